package kr.pgsdk.spring.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What Jackson 2 and 3 have in common, with the SDK's module in each. */
interface Mapper {
  ObjectMapper TWO = new ObjectMapper().registerModule(new PgJackson2Module());
  JsonMapper THREE = JsonMapper.builder().addModule(new PgJackson3Module()).build();

  String write(Object value) throws Exception;

  <T> T read(String json, Class<T> type) throws Exception;

  /** One of each. */
  static Stream<Mapper> both() {
    return Stream.of(
        new Mapper() {
          @Override
          public String write(Object value) throws Exception {
            return TWO.writeValueAsString(value);
          }

          @Override
          public <T> T read(String json, Class<T> type) throws Exception {
            return TWO.readValue(json, type);
          }
        },
        new Mapper() {
          @Override
          public String write(Object value) {
            return THREE.writeValueAsString(value);
          }

          @Override
          public <T> T read(String json, Class<T> type) {
            return THREE.readValue(json, type);
          }
        });
  }
}
