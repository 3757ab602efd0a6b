package kr.pgsdk.spring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreException;

/**
 * Which of the shop's servers looks for due work, so that not each of them asks the database every
 * few seconds. It is no lock: the work itself is leased piece by piece, so two servers that hold
 * this at a time do no harm. It stands in the table of tokens, whose rows have the same form: a
 * text and when it expires, under a name that no merchant can have.
 */
final class ResumeLease {
  private static final String NAME = "#resume";

  private final PaymentStore store;
  private final String table;
  private final String owner;

  /**
   * Makes one.
   *
   * @param owner tells this server from the others
   */
  ResumeLease(PaymentStore store, String prefix, String owner) {
    this.store = store;
    this.table = prefix + "token";
    this.owner = owner;
  }

  /**
   * Takes the lease, or keeps it.
   *
   * @param time how long it is held
   * @return false while another server holds it
   */
  boolean take(Duration time) {
    try {
      if (isTaken(time)) {
        return true;
      }
      if (store.inNew(session -> session.token(NAME)).isEmpty()) {
        store.run(session -> insert(session.connection(), session.now().plus(time)));
        return true;
      }
      return false;
    } catch (StoreException e) {
      return false; // another server was faster, or the database is away: later
    } catch (UnsupportedOperationException e) {
      return true; // a store in memory is this server's alone
    }
  }

  private boolean isTaken(Duration time) {
    return store.inNew(
        session -> {
          Instant now = session.now();
          return update(session.connection(), now.plus(time), now);
        });
  }

  /** Lets another server take it at once. */
  void giveUp() {
    try {
      store.run(
          session -> {
            update(session.connection(), Instant.EPOCH, Instant.EPOCH);
          });
    } catch (StoreException | UnsupportedOperationException e) {
      // It runs out by itself.
    }
  }

  private boolean update(Connection connection, Instant until, Instant now) {
    String sql =
        "update "
            + table
            + " set token=?, expires_at=? where shop=? and account=? and (expires_at<=? or token=?)";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, owner);
      update.setLong(2, until.toEpochMilli());
      update.setString(3, store.shop());
      update.setString(4, NAME);
      update.setLong(5, now.toEpochMilli());
      update.setString(6, owner);
      return update.executeUpdate() == 1;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The key refuses a second row. */
  private void insert(Connection connection, Instant until) {
    String sql = "insert into " + table + " (shop, account, token, expires_at) values (?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, store.shop());
      insert.setString(2, NAME);
      insert.setString(3, owner);
      insert.setLong(4, until.toEpochMilli());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static StoreException failed(SQLException e) {
    return new StoreException(StoreException.Kind.OTHER, "the lease of resume failed", e);
  }
}
