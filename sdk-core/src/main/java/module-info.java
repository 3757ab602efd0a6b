/** The payment contract, its values, the verifier, tokens, errors and sending. Knows no gateway. */
@SuppressWarnings("module") // the gateway modules it names are built after it
@org.jspecify.annotations.NullMarked
module kr.pgsdk.core {
  // Not transitive: a shop is compiled without it. A shop that passes a client requires it too.
  requires okhttp3;
  requires okio;
  requires kotlin.stdlib;
  requires com.squareup.moshi;
  requires org.slf4j;
  requires static org.jspecify;

  exports kr.pgsdk.core;
  exports kr.pgsdk.core.async;
  exports kr.pgsdk.core.auth;
  exports kr.pgsdk.core.error;
  exports kr.pgsdk.core.http;
  exports kr.pgsdk.core.verify;
  exports kr.pgsdk.core.webhook;
  exports kr.pgsdk.core.internal.access to
      kr.pgsdk.iamport,
      kr.pgsdk.portone,
      kr.pgsdk.toss;
  exports kr.pgsdk.core.internal.flow to
      kr.pgsdk.iamport,
      kr.pgsdk.portone,
      kr.pgsdk.toss;
  exports kr.pgsdk.core.internal.http to
      kr.pgsdk.iamport,
      kr.pgsdk.portone,
      kr.pgsdk.toss,
      kr.pgsdk.toss.payouts;
  exports kr.pgsdk.core.internal.json to
      kr.pgsdk.iamport,
      kr.pgsdk.portone,
      kr.pgsdk.toss,
      kr.pgsdk.toss.payouts;
  exports kr.pgsdk.core.internal.text to
      kr.pgsdk.iamport,
      kr.pgsdk.portone,
      kr.pgsdk.toss,
      kr.pgsdk.toss.payouts;
  exports kr.pgsdk.core.internal.time to
      kr.pgsdk.iamport,
      kr.pgsdk.portone,
      kr.pgsdk.toss;
  exports kr.pgsdk.core.internal.token to
      kr.pgsdk.iamport,
      kr.pgsdk.portone,
      kr.pgsdk.toss;
}
