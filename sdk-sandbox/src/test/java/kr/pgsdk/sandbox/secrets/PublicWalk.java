package kr.pgsdk.sandbox.secrets;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks from an object through public methods without parameters, as a debugger or a mapper does.
 */
final class PublicWalk {
  /** What does more than tell. */
  private static final Set<String> ACTS =
      Set.of("close", "getToken", "start", "build", "orElseThrow", "wait", "notify", "notifyAll");

  private static final int MOST = 500;

  private PublicWalk() {}

  /** What every public object of ours that can be reached says of itself. */
  static List<String> toStrings(Object start) {
    Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    List<String> texts = new ArrayList<>();
    open.add(start);
    while (!open.isEmpty() && met.size() < MOST) {
      Object object = open.poll();
      if (object instanceof Optional<?> optional) {
        optional.ifPresent(open::add);
      } else if (object instanceof Collection<?> all) {
        open.addAll(all.stream().filter(each -> each != null).toList());
      } else if (object instanceof Map<?, ?> map) {
        open.addAll(map.values());
      } else if (object.getClass().getName().startsWith("kr.pgsdk.") && met.add(object)) {
        texts.add(object.getClass().getSimpleName() + " says " + object);
        if (Modifier.isPublic(object.getClass().getModifiers())) {
          open.addAll(told(object));
        }
      }
    }
    return texts;
  }

  private static List<Object> told(Object object) {
    List<Object> told = new ArrayList<>();
    for (Method method : object.getClass().getMethods()) {
      boolean tells =
          method.getParameterCount() == 0
              && !Modifier.isStatic(method.getModifiers())
              && method.getReturnType() != void.class
              && !ACTS.contains(method.getName())
              && method.getDeclaringClass().getName().startsWith("kr.pgsdk.");
      if (tells) {
        try {
          Object value = method.invoke(object);
          if (value != null) {
            told.add(value);
          }
        } catch (ReflectiveOperationException e) {
          // It threw: then it tells nothing.
        }
      }
    }
    return told;
  }
}
