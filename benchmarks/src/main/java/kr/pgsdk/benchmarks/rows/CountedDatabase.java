package kr.pgsdk.benchmarks.rows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the transactions and statements of a database. */
final class CountedDatabase {
  private final DataSource database;
  private final AtomicInteger transactions = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();

  CountedDatabase(DataSource database) {
    this.database = database;
  }

  int transactions() {
    return transactions.get();
  }

  int statements() {
    return statements.get();
  }

  void reset() {
    transactions.set(0);
    statements.set(0);
  }

  DataSource source() {
    return around(DataSource.class, database);
  }

  private <T> T around(Class<T> type, T inner) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> counted(inner, method, arguments)));
  }

  private Object counted(Object inner, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "commit" -> transactions.incrementAndGet();
      case "prepareStatement" -> statements.incrementAndGet();
      default -> {}
    }
    try {
      Object result = method.invoke(inner, arguments);
      return result instanceof Connection connection
          ? around(Connection.class, connection)
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
