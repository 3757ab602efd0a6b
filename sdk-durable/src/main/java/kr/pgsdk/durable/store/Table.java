package kr.pgsdk.durable.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the schema.
 *
 * @param keys the columns of its primary key, the shop first
 * @param values the other columns
 */
record Table(String name, List<String> keys, List<String> values) {
  List<String> columns() {
    return Stream.concat(keys.stream(), values.stream()).toList();
  }

  String keyList() {
    return String.join(",", keys);
  }

  String insert() {
    return "insert into "
        + name
        + " ("
        + String.join(",", columns())
        + ") values ("
        + columns().stream().map(column -> "?").collect(Collectors.joining(","))
        + ")";
  }

  /**
   * Changes one row. Its parameters: those of {@code set}, then the key.
   *
   * @param set such as {@code due_at=?}
   */
  String update(String set) {
    return "update " + name + " set " + set + byKey();
  }

  String select() {
    return "select * from " + name;
  }

  /**
   * A page of an account's rows, by an index of shop, account, time and id. Its parameters: shop,
   * account, from, until, from, the id to begin after.
   */
  String slice(String time, String id, String also, int max) {
    return select()
        + String.format(
            " where shop=? and account=? and %1$s>=? and %1$s<? and (%1$s>? or %2$s>?)%3$s"
                + " order by %1$s, %2$s limit %4$d",
            time, id, also, max);
  }

  String delete() {
    return "delete from " + name;
  }

  String byKey() {
    return " where " + keys.stream().map(key -> key + "=?").collect(Collectors.joining(" and "));
  }
}
