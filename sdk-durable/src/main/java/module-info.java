/** Payments that outlive the process, recorded in the shop's own database. */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.durable {
  requires transitive kr.pgsdk.core;
  requires transitive java.sql;
  requires org.slf4j;
  requires static org.jspecify;

  exports kr.pgsdk.durable;
  exports kr.pgsdk.durable.store;
}
