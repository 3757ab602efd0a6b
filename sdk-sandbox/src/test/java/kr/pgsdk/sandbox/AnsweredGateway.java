package kr.pgsdk.sandbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import kr.pgsdk.core.PaymentGateway;

/** A gateway after whose answer something else happens, before the caller has it. */
final class AnsweredGateway {
  private AnsweredGateway() {}

  /** Does {@code what} after each answer to this verb. */
  static PaymentGateway after(String verb, PaymentGateway gateway, Runnable what) {
    return (PaymentGateway)
        Proxy.newProxyInstance(
            AnsweredGateway.class.getClassLoader(),
            new Class<?>[] {PaymentGateway.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(gateway, arguments);
                if (method.getName().equals(verb)) {
                  what.run();
                }
                return result instanceof PaymentGateway other ? after(verb, other, what) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
