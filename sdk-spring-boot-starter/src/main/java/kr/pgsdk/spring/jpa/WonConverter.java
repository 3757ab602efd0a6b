package kr.pgsdk.spring.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * {@link Money} in won as a column of whole numbers; named by {@code @Convert(converter =
 * WonConverter.class)}. Another currency is refused.
 */
@Converter
public final class WonConverter implements AttributeConverter<@Nullable Money, @Nullable Long> {
  /** Made by the persistence provider. */
  public WonConverter() {}

  @Override
  public @Nullable Long convertToDatabaseColumn(@Nullable Money money) {
    if (money == null) {
      return null;
    }
    if (!money.currency().equals("KRW")) {
      throw new IllegalArgumentException("this column holds won, not " + money.currency());
    }
    return money.amount().longValueExact();
  }

  @Override
  public @Nullable Money convertToEntityAttribute(@Nullable Long column) {
    return column == null ? null : Money.krw(column);
  }
}
