package kr.pgsdk.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import kr.pgsdk.durable.store.JdbcTransactions;
import kr.pgsdk.durable.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The shop's transactions: its handler runs in one of its {@code PlatformTransactionManager}, on
 * the connection that JPA, {@code JdbcClient} and MyBatis use. What the SDK alone writes runs in
 * plain transactions on the same {@code DataSource}: with an open entity manager in view a
 * framework's transaction would keep its connection until the page is rendered, so also during the
 * gateway's call. Thread-safe.
 */
public final class SpringTransactions implements Transactions {
  private static final TransactionDefinition NEW =
      new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

  private final PlatformTransactionManager manager;
  private final DataSource source;
  private final JdbcTransactions plain;
  private final EndingTransactions ending = new EndingTransactions();

  private SpringTransactions(PlatformTransactionManager manager, DataSource source) {
    this.manager = Objects.requireNonNull(manager, "manager");
    this.source = target(source);
    this.plain = JdbcTransactions.of(this.source);
    if (manager instanceof ConfigurableTransactionManager configurable) {
      configurable.addListener(ending);
    }
  }

  /**
   * Returns the transactions of a manager over the connections of a source; both stay the caller's.
   */
  public static SpringTransactions of(PlatformTransactionManager manager, DataSource source) {
    return new SpringTransactions(manager, source);
  }

  /** The proxy would hand out the caller's own connection where a new one is asked for. */
  private static DataSource target(DataSource source) {
    DataSource target =
        source instanceof TransactionAwareDataSourceProxy proxy
            ? proxy.getTargetDataSource()
            : source;
    return Objects.requireNonNull(target, "source");
  }

  @Override
  public <T> T inNew(Isolation isolation, Work<T> work) throws SQLException {
    return isolation == Isolation.OF_THE_SHOP ? inNewOfShop(work) : plain.inNew(isolation, work);
  }

  private <T> T inNewOfShop(Work<T> work) throws SQLException {
    Object key = manager instanceof ResourceTransactionManager of ? of.getResourceFactory() : null;
    // An entity manager in view has read the shop's rows before the lock was taken.
    Object inView =
        key == null || TransactionSynchronizationManager.isSynchronizationActive()
            ? null
            : TransactionSynchronizationManager.unbindResourceIfPossible(key);
    try {
      return committed(work);
    } finally {
      if (inView != null) {
        TransactionSynchronizationManager.bindResource(Objects.requireNonNull(key), inView);
      }
    }
  }

  private <T> T committed(Work<T> work) throws SQLException {
    TransactionStatus status = begun();
    T result;
    try {
      result = work.on(connection());
      status.flush();
      if (status.isRollbackOnly()) {
        throw new IllegalStateException(
            "the transaction was marked rollback-only, but the handler didn't fail: don't catch the"
                + " exception");
      }
    } catch (RuntimeException | Error e) {
      rollBack(status, e);
      throw e;
    }
    try {
      manager.commit(status);
      return result;
    } catch (RuntimeException e) {
      throw ofDatabase(e);
    }
  }

  private TransactionStatus begun() throws SQLException {
    try {
      return manager.getTransaction(NEW);
    } catch (RuntimeException e) {
      throw ofDatabase(e);
    }
  }

  private Connection connection() {
    if (!isBound()) {
      throw new IllegalStateException(
          "the PlatformTransactionManager begins no transactions on this DataSource: define a bean"
              + " of type "
              + Transactions.class.getName()
              + " with the manager and the DataSource that belong together");
    }
    return DataSourceUtils.getConnection(source);
  }

  /** A manager of JTA binds a connection when it is first asked for. */
  private boolean isBound() {
    return TransactionSynchronizationManager.hasResource(source)
        || !(manager instanceof ResourceTransactionManager);
  }

  /** What the work threw matters more than a failed rollback. */
  private void rollBack(TransactionStatus status, Throwable thrown) {
    try {
      manager.rollback(status);
    } catch (RuntimeException e) {
      thrown.addSuppressed(e);
    }
  }

  /** The driver's own exception tells whether it is worth another try. */
  private static RuntimeException ofDatabase(RuntimeException e) throws SQLException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure) {
        throw failure;
      }
    }
    return e;
  }

  /**
   * {@inheritDoc} In what runs after the caller's commit, such as a listener of {@code
   * AFTER_COMMIT}, Spring still reports that transaction, and a write within it would be lost: the
   * work gets a transaction of its own there.
   */
  @Override
  public <T> T joined(Work<T> work) throws SQLException {
    Connection theirs = isEnding() ? null : theirs();
    return theirs == null ? inNew(Isolation.READ_COMMITTED, work) : work.on(theirs);
  }

  /** The connection of the transaction under way; null if that is another database's. */
  private @Nullable Connection theirs() throws SQLException {
    if (!isBound()) {
      return null;
    }
    Connection connection = DataSourceUtils.getConnection(source);
    return connection.getAutoCommit() ? null : connection;
  }

  private boolean isEnding() {
    return !TransactionSynchronizationManager.isSynchronizationActive() || ending.isEnding();
  }

  @Override
  public boolean active() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /**
   * Runs an empty transaction, so that a manager that doesn't fit keeps the shop from starting.
   *
   * @throws IllegalStateException if the manager begins no transactions on the source
   */
  void check() {
    try {
      inNewOfShop(connection -> true);
    } catch (SQLException e) {
      // The database is away: that is the store's to tell.
    }
  }
}
