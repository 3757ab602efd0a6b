package kr.pgsdk.benchmarks.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import kr.pgsdk.benchmarks.Gateway;
import org.jspecify.annotations.Nullable;

/** The JSON libraries, set up once and as their documentation advises. */
public final class Libraries {
  private Libraries() {}

  /** Moshi, reading classes by reflection. */
  public static Moshi moshi() {
    return new Moshi.Builder()
        .add(BigDecimal.class, new MoshiNumbers().nullSafe())
        .add(OffsetDateTime.class, new MoshiTimes().nullSafe())
        .build();
  }

  /** Gson, with the gateway's way to write names. */
  public static Gson gson(Gateway gateway) {
    return new GsonBuilder()
        .setFieldNamingPolicy(
            gateway == Gateway.TOSS
                ? FieldNamingPolicy.IDENTITY
                : FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
        .registerTypeAdapter(OffsetDateTime.class, new GsonTimes().nullSafe())
        .create();
  }

  /** Jackson, reading records; a field nobody knows yet is no error. */
  public static ObjectMapper jackson() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .build();
  }

  /** Moshi has no adapter for amounts. */
  private static final class MoshiNumbers extends JsonAdapter<BigDecimal> {
    @Override
    public BigDecimal fromJson(JsonReader reader) throws IOException {
      return new BigDecimal(reader.nextString());
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable BigDecimal number) throws IOException {
      writer.value(number);
    }
  }

  /** Nor for times. */
  private static final class MoshiTimes extends JsonAdapter<OffsetDateTime> {
    @Override
    public OffsetDateTime fromJson(JsonReader reader) throws IOException {
      return OffsetDateTime.parse(reader.nextString());
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable OffsetDateTime time) throws IOException {
      writer.value(String.valueOf(time));
    }
  }

  /** Gson has none for times. */
  private static final class GsonTimes extends TypeAdapter<OffsetDateTime> {
    @Override
    public OffsetDateTime read(com.google.gson.stream.JsonReader reader) throws IOException {
      return OffsetDateTime.parse(reader.nextString());
    }

    @Override
    public void write(com.google.gson.stream.JsonWriter writer, OffsetDateTime time)
        throws IOException {
      writer.value(time.toString());
    }
  }
}
