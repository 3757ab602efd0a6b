/** Payouts and sellers of Toss Payments v2: requests and answers are encrypted. */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.toss.payouts {
  requires transitive kr.pgsdk.toss;
  requires com.nimbusds.jose.jwt;
  requires static org.jspecify;

  exports kr.pgsdk.toss.payouts;
}
