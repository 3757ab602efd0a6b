package kr.pgsdk.sandbox.operations;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Everything that the accessors of an object tell, and those of the objects in it. */
final class Told {
  private static final Set<String> NO_ACCESSORS =
      Set.of("toJson", "toString", "hashCode", "getClass", "toPayment", "notify", "notifyAll");

  private final List<String> values = new ArrayList<>();
  private int trues;

  private Told() {}

  static Told by(Object answer) {
    Told told = new Told();
    told.add(answer);
    return told;
  }

  List<String> values() {
    return values;
  }

  int trues() {
    return trues;
  }

  private void add(Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(this::add);
    } else if (value instanceof OptionalInt number) {
      number.ifPresent(this::add);
    } else if (value instanceof OptionalLong number) {
      number.ifPresent(this::add);
    } else if (value instanceof Collection<?> all) {
      all.forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(this::add);
      map.values().forEach(this::add);
    } else if (value instanceof Boolean bool) {
      trues += bool ? 1 : 0;
    } else if (value instanceof Instant moment) {
      values.add(Long.toString(moment.getEpochSecond()));
    } else if (value instanceof BigDecimal number) {
      values.add(number.toPlainString());
    } else if (value.getClass().getName().startsWith("kr.pgsdk") && !(value instanceof Enum)) {
      accessors(value);
    } else {
      values.add(value.toString());
    }
  }

  private void accessors(Object object) {
    for (Method method : object.getClass().getMethods()) {
      boolean accessor =
          method.getParameterCount() == 0
              && !Modifier.isStatic(method.getModifiers())
              && method.getReturnType() != void.class
              && method.getReturnType() != object.getClass() // that makes another of its kind
              && !NO_ACCESSORS.contains(method.getName());
      if (accessor) {
        add(called(method, object));
      }
    }
  }

  private static Object called(Method method, Object object) {
    try {
      return method.invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(method + " of a composed example", e);
    }
  }
}
