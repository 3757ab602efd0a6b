package kr.pgsdk.spring.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * {@link Money} of any currency as one text column, such as {@code 15000 KRW}; named by
 * {@code @Convert(converter = MoneyConverter.class)}. A database can't add such a column up: for
 * won alone take {@link WonConverter}.
 */
@Converter
public final class MoneyConverter implements AttributeConverter<@Nullable Money, @Nullable String> {
  /** Made by the persistence provider. */
  public MoneyConverter() {}

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Money money) {
    return money == null ? null : money.toString();
  }

  @Override
  public @Nullable Money convertToEntityAttribute(@Nullable String column) {
    if (column == null) {
      return null;
    }
    int blank = column.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException(
          "an amount of money is stored as a text such as 15000 KRW");
    }
    return Money.of(column.substring(0, blank), column.substring(blank + 1));
  }
}
