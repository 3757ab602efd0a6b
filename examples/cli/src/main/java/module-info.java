/** {@code pg}: the payment gateways from the command line, and a demonstration without any keys. */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.examples.cli {
  requires kr.pgsdk.core;
  requires com.h2database;
  requires java.naming;
  requires kr.pgsdk.durable;
  requires kr.pgsdk.iamport;
  requires kr.pgsdk.portone;
  requires kr.pgsdk.toss;
  requires kr.pgsdk.sandbox;
  requires com.squareup.moshi;
  requires info.picocli;
  requires okio;
  requires static org.jspecify;

  opens kr.pgsdk.examples.cli to
      info.picocli;
}
