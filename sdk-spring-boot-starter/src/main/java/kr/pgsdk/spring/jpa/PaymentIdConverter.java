package kr.pgsdk.spring.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * {@link PaymentId} as a text column, wherever an entity has such an attribute; not as an
 * {@code @Id}, which JPA converts by no converter.
 */
@Converter(autoApply = true)
public final class PaymentIdConverter
    implements AttributeConverter<@Nullable PaymentId, @Nullable String> {
  /** Made by the persistence provider. */
  public PaymentIdConverter() {}

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable PaymentId value) {
    return value == null ? null : value.value();
  }

  @Override
  public @Nullable PaymentId convertToEntityAttribute(@Nullable String column) {
    return column == null ? null : PaymentId.of(column);
  }
}
