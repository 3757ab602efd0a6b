package kr.pgsdk.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Calls all accessors of an object that was read, and those of the objects they return. */
public final class Accessors {
  private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();
  private static final Set<String> NO_ACCESSORS =
      Set.of(
          "hashCode",
          "toString",
          "orElseThrow",
          "newBuilder",
          "minorUnits", // refuses what is no whole number of them
          "turn",
          "markMaybeExecuted",
          "toReturn"); // refuses what names neither a payment nor an order
  // A number with more digits takes too much memory when it is printed or rescaled.
  private static final int MAX_DIGITS = 100;

  private Accessors() {}

  /** Calls every public method without parameters, if the SDK declares it. */
  public static void walk(Object value) {
    walk(value, 0);
  }

  private static void walk(Object value, int depth) {
    Checks.require(depth < 12, "nested too deep: ", value.getClass());
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> walk(inner, depth + 1));
    } else if (value instanceof Collection<?> elements) {
      elements.stream().limit(8).forEach(element -> walk(element, depth + 1));
    } else if (value instanceof BigDecimal number) {
      int scale = Math.abs(number.scale());
      Checks.require(scale <= MAX_DIGITS, "number that can't be printed, scale ", number.scale());
    } else if (value.getClass().getName().startsWith("kr.pgsdk.")) {
      Checks.requireLine(value.toString());
      Checks.require(value.equals(value), "not equal to itself: ", value);
      Checks.require(value.hashCode() == value.hashCode(), "hash changes: ", value);
      if (!(value instanceof Enum<?>)) {
        METHODS
            .computeIfAbsent(value.getClass(), Accessors::accessors)
            .forEach(method -> walk(call(method, value), depth + 1));
      }
    }
  }

  private static List<Method> accessors(Class<?> type) {
    List<Method> accessors = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      int modifiers = method.getModifiers();
      if (Modifier.isPublic(modifiers)
          && !Modifier.isStatic(modifiers)
          && !method.isSynthetic()
          && method.getParameterCount() == 0
          && method.getReturnType() != void.class
          && !NO_ACCESSORS.contains(method.getName())) {
        method.setAccessible(true);
        accessors.add(method);
      }
    }
    return accessors;
  }

  private static Object call(Method method, Object on) {
    try {
      Object result = method.invoke(on);
      Checks.require(result != null, "null from ", method);
      return result;
    } catch (InvocationTargetException e) {
      throw new AssertionError(method + " throws", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(method + " can't be called", e);
    }
  }
}
