package kr.pgsdk.durable.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A shop's rows in one table, within a transaction. Keys and rows are given without the shop's
 * name, which comes first in each.
 */
final class JdbcTable {
  private final Sql sql;
  private final Dialect dialect;
  private final Table table;
  private final String shop;

  JdbcTable(Sql sql, Dialect dialect, Table table, String shop) {
    this.sql = sql;
    this.dialect = dialect;
    this.table = table;
    this.shop = shop;
  }

  String name() {
    return table.name();
  }

  String shop() {
    return shop;
  }

  /** The database's clock, within a statement. */
  String now() {
    return dialect.now();
  }

  <T> Optional<T> find(Sql.Reader<T> reader, Object... key) {
    return sql.one(table.select() + table.byKey(), reader, withShop(key));
  }

  /** Locks a row and reads it, with the database's clock as its column {@code now}. */
  <T> Optional<T> lock(Sql.Reader<T> reader, Object... key) {
    return sql.one(locking(), reader, withShop(key));
  }

  /** As {@link #lock}, and waits for 2 s only; H2 for as long as its URL says. */
  <T> Optional<T> lockSoon(Sql.Reader<T> reader, Object... key) {
    return sql.oneSoon(locking(), reader, withShop(key));
  }

  private String locking() {
    return "select t.*, " + now() + " as now from " + name() + " t" + table.byKey() + " for update";
  }

  /** Reads the shop's rows that meet a condition; what follows it, such as an order, may too. */
  <T> List<T> list(String condition, Sql.Reader<T> reader, @Nullable Object... values) {
    return sql.list(table.select() + " where shop=? and " + condition, reader, withShop(values));
  }

  /** Reads a page of an account's rows: see {@link Table#slice}. */
  <T> List<T> slice(String time, String id, String also, TimeSlice slice, Sql.Reader<T> reader) {
    return sql.list(
        table.slice(time, id, also, slice.max()),
        reader,
        withShop(slice.account(), slice.from(), slice.until(), slice.from(), slice.afterId()));
  }

  /** Reads what is selected of the shop's rows, such as counts. */
  <T> List<T> select(
      String what, String condition, Sql.Reader<T> reader, @Nullable Object... values) {
    return sql.list(
        "select " + what + " from " + name() + " where shop=? and " + condition,
        reader,
        withShop(values));
  }

  void insert(List<@Nullable Object> row) {
    sql.update(table.insert(), withShop(row.toArray()));
  }

  void insertIfAbsent(List<@Nullable Object> row) {
    try {
      sql.update(dialect.insertIfAbsent(table), withShop(row.toArray()));
    } catch (StoreException e) {
      if (dialect != Dialect.H2 || e.kind() != Kind.DUPLICATE) {
        throw e;
      }
    }
  }

  /**
   * Inserts a row or replaces it, but for the columns that are to stay. H2 has no such statement;
   * there a refused insert doesn't end the transaction.
   */
  void save(List<@Nullable Object> row, String... staying) {
    List<String> stay = List.of(staying);
    if (dialect != Dialect.H2) {
      sql.update(dialect.upsert(table, stay), withShop(row.toArray()));
      return;
    }
    try {
      insert(row);
    } catch (StoreException e) {
      if (e.kind() != Kind.DUPLICATE) {
        throw e;
      }
      replace(row, stay);
    }
  }

  void update(List<@Nullable Object> row) {
    replace(row, List.of());
  }

  private void replace(List<@Nullable Object> row, List<String> staying) {
    int keys = row.size() - table.values().size();
    List<String> set = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = keys; i < row.size(); i++) {
      String column = table.values().get(i - keys);
      if (!staying.contains(column)) {
        set.add(column + "=?");
        values.add(row.get(i));
      }
    }
    values.add(shop);
    values.addAll(row.subList(0, keys));
    sql.update(table.update(String.join(",", set)), values.toArray());
  }

  /**
   * Changes one row.
   *
   * @param set such as {@code due_at=?}
   * @param also a condition besides the key, from its {@code and} on; empty for none
   * @param values in the statement's order: those to set, the shop, the key, the condition's
   * @return whether the row is there and meets the condition
   */
  boolean change(String set, String also, @Nullable Object... values) {
    return sql.update(table.update(set) + also, values) == 1;
  }

  int delete(Object... key) {
    return sql.update(table.delete() + table.byKey(), withShop(key));
  }

  void deleteAll(String condition, Object... values) {
    sql.update(table.delete() + " where shop=? and " + condition, withShop(values));
  }

  private @Nullable Object[] withShop(@Nullable Object... values) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(shop);
    all.addAll(Arrays.asList(values));
    return all.toArray();
  }
}
