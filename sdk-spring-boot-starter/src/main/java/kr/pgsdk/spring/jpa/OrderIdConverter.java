package kr.pgsdk.spring.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import kr.pgsdk.core.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * {@link OrderId} as a text column, wherever an entity has such an attribute; not as an
 * {@code @Id}, which JPA converts by no converter.
 */
@Converter(autoApply = true)
public final class OrderIdConverter
    implements AttributeConverter<@Nullable OrderId, @Nullable String> {
  /** Made by the persistence provider. */
  public OrderIdConverter() {}

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable OrderId value) {
    return value == null ? null : value.value();
  }

  @Override
  public @Nullable OrderId convertToEntityAttribute(@Nullable String column) {
    return column == null ? null : OrderId.of(column);
  }
}
