/**
 * Iamport, Toss Payments and PortOne V2 as servers in this process, for tests and demonstrations.
 */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.sandbox {
  requires transitive kr.pgsdk.core;
  requires mockwebserver3;
  requires okhttp3;
  requires okio;
  requires com.squareup.moshi;
  requires java.logging;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports kr.pgsdk.sandbox;
  exports kr.pgsdk.sandbox.junit;
}
