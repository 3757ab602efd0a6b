package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kr.pgsdk.durable.store.StoreException.Kind;
import kr.pgsdk.durable.store.Transactions.Isolation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shop's own database as a store: H2, PostgreSQL, MySQL or MariaDB. It must be the primary: a
 * replica may show an older state of an order. The caller keeps and closes the {@code DataSource}.
 * Thread-safe.
 */
public final class JdbcPaymentStore implements PaymentStore {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final int MOST_TRIES = 3;
  private static final Pattern SHOP = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

  private final Transactions transactions;
  private final Tables tables;
  private final String prefix;
  private final String shop;
  private volatile @Nullable Dialect dialect;

  private JdbcPaymentStore(Builder builder) {
    this.transactions = builder.transactions;
    this.prefix = builder.prefix;
    this.tables = Tables.of(builder.prefix);
    this.shop = builder.shop;
  }

  /** Starts a store whose transactions the SDK begins and ends itself. */
  public static Builder builder(DataSource source) {
    return new Builder(JdbcTransactions.of(source));
  }

  /** Starts a store whose transactions are a framework's. */
  public static Builder builder(Transactions transactions) {
    return new Builder(transactions);
  }

  /**
   * Creates the tables that are missing, for demos, tests and small shops. A shop with migrations
   * runs the files under {@code kr/pgsdk/durable/schema} in the jar instead; they are the same.
   *
   * @throws StoreException if the database refuses
   */
  public void createSchema() {
    for (int tries = 1; ; tries++) {
      try {
        createMissing();
        return;
      } catch (StoreException e) {
        // Servers that start at once get in each other's way, each time over an object that is then
        // there.
        if (tries == Schema.OBJECTS) {
          throw e;
        }
      }
    }
  }

  private void createMissing() {
    run(
        session -> {
          Schema.create(session.connection(), dialect(session.connection()), prefix);
        });
  }

  @Override
  public List<String> check() {
    List<String> warnings =
        new ArrayList<>(
            inNew(
                session ->
                    Schema.check(
                        session.connection(), dialect(session.connection()), tables, prefix)));
    warnings.addAll(standbys());
    return warnings;
  }

  /** In a transaction of its own: a user without the right to look mustn't fail the check. */
  private List<String> standbys() {
    try {
      return inNew(
          session -> {
            Dialect known = dialect(session.connection());
            return Standbys.warnings(new Sql(session.connection(), known), known);
          });
    } catch (StoreException e) {
      LOG.debug("the database user may not see whether there is an asynchronous standby", e);
      return List.of();
    }
  }

  @Override
  public String shop() {
    return shop;
  }

  @Override
  public boolean active() {
    return transactions.active();
  }

  @Override
  public <T> T inNew(Work<T> work) {
    return repeated(Isolation.READ_COMMITTED, work);
  }

  @Override
  public <T> T inNewOfShop(Work<T> work) {
    return repeated(Isolation.OF_THE_SHOP, work);
  }

  /**
   * Every transaction reads first what it is to change, so it can run again, also after a commit
   * whose acknowledgement was lost: then it finds its own changes.
   */
  private <T> T repeated(Isolation isolation, Work<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return once(() -> transactions.inNew(isolation, connection -> on(connection, work)));
      } catch (StoreException e) {
        if (e.kind() != Kind.TRANSIENT || tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /** A transaction to be begun. */
  private interface Begun<T> {
    T run() throws SQLException;
  }

  private static <T> T once(Begun<T> begun) {
    try {
      return begun.run();
    } catch (SQLException e) {
      throw SqlErrors.translated(e);
    }
  }

  @Override
  public <T> T joined(Work<T> work) {
    return transactions.active()
        ? once(() -> transactions.joined(connection -> on(connection, work)))
        : inNew(work);
  }

  @Override
  public <T> T on(Connection connection, Work<T> work) {
    return work.in(new JdbcSession(connection, dialect(connection), tables, shop));
  }

  private Dialect dialect(Connection connection) {
    Dialect known = dialect;
    if (known == null) {
      known = once(() -> Dialect.of(connection));
      dialect = known;
    }
    return known;
  }

  /** Builds a {@link JdbcPaymentStore}. */
  public static final class Builder {
    private final Transactions transactions;
    private String prefix = "pay_";
    private String shop = "shop";

    private Builder(Transactions transactions) {
      this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    /**
     * The prefix of the tables' names, {@code pay_} by default. It may name a schema, such as
     * {@code billing.pay_}.
     */
    public Builder prefix(String prefix) {
      this.prefix = Objects.requireNonNull(prefix, "prefix");
      return this;
    }

    /**
     * The shop whose rows they are, {@code shop} by default: several shops may share the tables.
     *
     * @throws IllegalArgumentException unless it is 1 to 32 of {@code A-Z a-z 0-9 _ . -}
     */
    public Builder shop(String shop) {
      if (!SHOP.matcher(shop).matches()) {
        throw new IllegalArgumentException("a shop is named by 1 to 32 of A-Z a-z 0-9 _ . -");
      }
      this.shop = shop;
      return this;
    }

    /**
     * Returns the store; doesn't use the database yet.
     *
     * @throws IllegalArgumentException if the prefix has another form
     */
    public JdbcPaymentStore build() {
      return new JdbcPaymentStore(this);
    }
  }
}
