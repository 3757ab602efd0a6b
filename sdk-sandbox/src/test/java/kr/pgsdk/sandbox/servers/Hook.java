package kr.pgsdk.sandbox.servers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import kr.pgsdk.core.PaymentGateway;

/** What happens to the process when it reaches a point. It sees the process from outside. */
final class Hook {
  /** What the process prints when it pauses. */
  static final String PAUSED = "PAUSED";

  private enum Act {
    HALT,
    PAUSE
  }

  private record Armed(Point point, Act act) {}

  private final AtomicReference<Armed> armed = new AtomicReference<>();
  private final Semaphore goesOn = new Semaphore(0);

  /** The process is to halt, or to pause, when it reaches the point for the first time. */
  void arm(Point point, String act) {
    armed.set(new Armed(point, Act.valueOf(act)));
  }

  /** Ends the pause. */
  void goOn() {
    goesOn.release();
  }

  /** The process has reached it. */
  void reached(Point point) {
    Armed now = armed.get();
    if (now != null && now.point() == point && armed.compareAndSet(now, null)) {
      act(now.act());
    }
  }

  private void act(Act act) {
    if (act == Act.HALT) {
      Runtime.getRuntime().halt(137);
    }
    System.out.println(PAUSED);
    goesOn.acquireUninterruptibly();
  }

  private void committing(List<String> statements) {
    Armed now = armed.get();
    if (now != null && now.point().isBefore(statements)) {
      reached(now.point());
    }
  }

  private void committed(List<String> statements) {
    Armed now = armed.get();
    if (now != null && now.point().isAfter(statements)) {
      reached(now.point());
    }
  }

  /** The database as this sees it. */
  DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        (method, result) -> result instanceof Connection connection ? around(connection) : result);
  }

  private Connection around(Connection connection) {
    List<String> statements = new ArrayList<>();
    return (Connection)
        Proxy.newProxyInstance(
            Hook.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              boolean commits = method.getName().equals("commit");
              if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
              } else if (commits) {
                committing(statements);
              }
              Object result = invoke(connection, method, arguments);
              if (commits) {
                committed(statements);
                statements.clear();
              }
              return result;
            });
  }

  /** The gateway as this sees it. */
  PaymentGateway around(PaymentGateway gateway) {
    return proxy(
        PaymentGateway.class,
        gateway,
        (method, result) -> {
          switch (method) {
            case "confirm" -> reached(Point.CONFIRM_ANSWERED);
            case "cancel" -> reached(Point.REFUND_ANSWERED);
            default -> {}
          }
          return result instanceof PaymentGateway other ? around(other) : result;
        });
  }

  /** What becomes of a method's result. */
  private interface After {
    Object of(String method, Object result);
  }

  private static <T> T proxy(Class<T> type, T real, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            Hook.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                after.of(method.getName(), invoke(real, method, arguments))));
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
