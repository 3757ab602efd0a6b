package kr.pgsdk.examples.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import kr.pgsdk.durable.store.Transactions;
import org.jspecify.annotations.Nullable;

/** The shop's database over one connection, which is opened anew if it is lost. One thread's. */
final class ShopDatabase implements Transactions, AutoCloseable {
  private static final int ALIVE_WITHIN_SECONDS = 5;

  private final String url;
  private final Properties login;
  private @Nullable Connection connection;
  private boolean active;

  private ShopDatabase(String url, Properties login) {
    this.url = url;
    this.login = login;
  }

  /**
   * Returns a database; it is connected to when it is used.
   *
   * @throws IllegalArgumentException if the URL is none, holds a password, or has no driver here
   */
  static ShopDatabase at(String url, @Nullable String user, @Nullable String password) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "--jdbc-url must be a JDBC URL, such as jdbc:postgresql://localhost/shop");
    }
    if (lower.matches(".*(passw|pwd|secret).*") || url.matches("jdbc:[a-z0-9+:]*//[^/]*@.*")) {
      throw new IllegalArgumentException(
          "--jdbc-url must hold no login: give --user and --password-file");
    }
    String whole =
        lower.startsWith("jdbc:h2:") && !lower.contains(";ifexists=")
            ? url + ";IFEXISTS=TRUE" // H2 would make a new database of a misspelt name
            : url;
    try {
      DriverManager.getDriver(whole);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "--jdbc-url must be of PostgreSQL (jdbc:postgresql:), MariaDB or MySQL (jdbc:mariadb:),"
              + " or H2 (jdbc:h2:)"); // e quotes the URL
    }
    Properties login = new Properties();
    if (user != null) {
      login.setProperty("user", user);
    }
    if (password != null) {
      login.setProperty("password", password);
    }
    return new ShopDatabase(whole, login);
  }

  @Override
  public <T> T inNew(Isolation isolation, Work<T> work) throws SQLException {
    Connection open = open();
    boolean committed = false;
    active = true;
    try {
      T result = work.on(open);
      open.commit();
      committed = true;
      return result;
    } finally {
      active = false;
      if (!committed) {
        close(); // which rolls back, and the next transaction has a sound connection
      }
    }
  }

  private Connection open() throws SQLException {
    Connection known = connection;
    if (known != null && known.isValid(ALIVE_WITHIN_SECONDS)) {
      return known;
    }
    close();
    Connection fresh = DriverManager.getConnection(url, login);
    fresh.setAutoCommit(false);
    fresh.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection = fresh;
    return fresh;
  }

  @Override
  public <T> T joined(Work<T> work) throws SQLException {
    return inNew(Isolation.READ_COMMITTED, work);
  }

  @Override
  public boolean active() {
    return active;
  }

  @Override
  public void close() {
    Connection known = connection;
    connection = null;
    if (known != null) {
      try (known) {
        known.rollback();
      } catch (SQLException e) {
        // It is lost, and with it what wasn't committed.
      }
    }
  }
}
