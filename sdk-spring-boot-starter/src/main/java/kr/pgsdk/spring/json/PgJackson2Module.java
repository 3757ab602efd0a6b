package kr.pgsdk.spring.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's values as JSON of Jackson 2: {@link Money} as {@code
 * {"amount":15000,"currency":"KRW"}}, {@link OrderId} and {@link PaymentId} as texts, read and
 * written. Outcomes and payments are written alone, as far as a page may know them: the state of a
 * {@link Confirmation}, the arguments of a checkout. A module of the {@code ObjectMapper} that
 * Spring Boot makes.
 */
public final class PgJackson2Module extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Makes the module. */
  public PgJackson2Module() {
    super("pgsdk");
    addSerializer(Money.class, new MoneyWriter());
    addDeserializer(Money.class, new MoneyReader());
    addSerializer(OrderId.class, new TextWriter<>(OrderId::value));
    addDeserializer(OrderId.class, new TextReader<>(OrderId.class, OrderId::of));
    addSerializer(PaymentId.class, new TextWriter<>(PaymentId::value));
    addDeserializer(PaymentId.class, new TextReader<>(PaymentId.class, PaymentId::of));
    Shown.ALL.forEach(this::add);
  }

  private <T> void add(Shown<T> shown) {
    addSerializer(shown.type(), new ShownWriter<>(shown));
  }

  private static final class MoneyWriter extends JsonSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator generator, SerializerProvider context)
        throws IOException {
      generator.writeStartObject();
      generator.writeNumberField("amount", money.amount());
      generator.writeStringField("currency", money.currency());
      generator.writeEndObject();
    }
  }

  private static final class MoneyReader extends JsonDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode json = parser.readValueAsTree();
      JsonNode amount = json.path("amount");
      JsonNode currency = json.path("currency");
      if (!json.isObject() || !currency.isTextual() || !(amount.isNumber() || amount.isTextual())) {
        return mismatch(context, Money.class, "an amount and its currency are expected");
      }
      try {
        return amount.isTextual()
            ? Money.of(amount.textValue(), currency.textValue())
            : Money.of(decimal(amount), currency.textValue());
      } catch (IllegalArgumentException e) {
        return mismatch(context, Money.class, e.getMessage());
      }
    }

    /** A double is read as it was written: 544.68, not the nearest binary number. */
    private static BigDecimal decimal(JsonNode amount) {
      return new BigDecimal(amount.asText());
    }
  }

  private static final class TextWriter<T> extends JsonSerializer<T> {
    private final transient Function<T, String> text;

    TextWriter(Function<T, String> text) {
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider context)
        throws IOException {
      generator.writeString(text.apply(value));
    }
  }

  private static final class TextReader<T> extends JsonDeserializer<T> {
    private final transient Class<T> type;
    private final transient Function<String, T> made;

    TextReader(Class<T> type, Function<String, T> made) {
      this.type = type;
      this.made = made;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode json = parser.readValueAsTree();
      if (!json.isTextual()) {
        return mismatch(context, type, "a text is expected");
      }
      try {
        return made.apply(json.textValue());
      } catch (IllegalArgumentException e) {
        return mismatch(context, type, e.getMessage());
      }
    }
  }

  private static final class ShownWriter<T> extends JsonSerializer<T> {
    private final transient Shown<T> shown;

    ShownWriter(Shown<T> shown) {
      this.shown = shown;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider context)
        throws IOException {
      context.defaultSerializeValue(shown.json().apply(value), generator);
    }
  }

  private static <T> T mismatch(
      DeserializationContext context, Class<T> type, @Nullable String problem) throws IOException {
    return context.reportInputMismatch(type, "%s", problem);
  }
}
