package kr.pgsdk.spring.json;

import java.math.BigDecimal;
import java.util.function.Function;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The SDK's values as JSON of Jackson 3: {@link Money} as {@code
 * {"amount":15000,"currency":"KRW"}}, {@link OrderId} and {@link PaymentId} as texts, read and
 * written. Outcomes and payments are written alone, as far as a page may know them: the state of a
 * {@link Confirmation}, the arguments of a checkout. A module of the {@code ObjectMapper} that
 * Spring Boot makes.
 */
public final class PgJackson3Module extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Makes the module. */
  public PgJackson3Module() {
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

  private static final class MoneyWriter extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator generator, SerializationContext context) {
      generator.writeStartObject();
      generator.writeNumberProperty("amount", money.amount());
      generator.writeStringProperty("currency", money.currency());
      generator.writeEndObject();
    }
  }

  private static final class MoneyReader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
      JsonNode json = context.readTree(parser);
      JsonNode amount = json.path("amount");
      JsonNode currency = json.path("currency");
      if (!json.isObject() || !currency.isString() || !(amount.isNumber() || amount.isString())) {
        return mismatch(context, Money.class, "an amount and its currency are expected");
      }
      try {
        return amount.isString()
            ? Money.of(amount.stringValue(null), currency.stringValue(null))
            : Money.of(decimal(amount), currency.stringValue(null));
      } catch (IllegalArgumentException e) {
        return mismatch(context, Money.class, e.getMessage());
      }
    }

    /** A double is read as it was written: 544.68, not the nearest binary number. */
    private static BigDecimal decimal(JsonNode amount) {
      return new BigDecimal(amount.asString());
    }
  }

  private static final class TextWriter<T> extends ValueSerializer<T> {
    private final transient Function<T, String> text;

    TextWriter(Function<T, String> text) {
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(text.apply(value));
    }
  }

  private static final class TextReader<T> extends ValueDeserializer<T> {
    private final transient Class<T> type;
    private final transient Function<String, T> made;

    TextReader(Class<T> type, Function<String, T> made) {
      this.type = type;
      this.made = made;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      JsonNode json = context.readTree(parser);
      if (!json.isString()) {
        return mismatch(context, type, "a text is expected");
      }
      try {
        return made.apply(json.stringValue(null));
      } catch (IllegalArgumentException e) {
        return mismatch(context, type, e.getMessage());
      }
    }
  }

  private static final class ShownWriter<T> extends ValueSerializer<T> {
    private final transient Shown<T> shown;

    ShownWriter(Shown<T> shown) {
      this.shown = shown;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      context.writeValue(generator, shown.json().apply(value));
    }
  }

  private static <T> T mismatch(
      DeserializationContext context, Class<T> type, @Nullable String problem) {
    return context.reportInputMismatch(type, "%s", problem);
  }
}
