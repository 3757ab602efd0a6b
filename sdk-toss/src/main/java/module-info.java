/** Toss Payments v1: every core endpoint typed, and the five verbs on top of them. */
@SuppressWarnings("module") // the module it names is built after it
@org.jspecify.annotations.NullMarked
module kr.pgsdk.toss {
  requires transitive kr.pgsdk.core;
  requires static org.jspecify;

  exports kr.pgsdk.toss;
  exports kr.pgsdk.toss.billing;
  exports kr.pgsdk.toss.brandpay;
  exports kr.pgsdk.toss.card;
  exports kr.pgsdk.toss.custom;
  exports kr.pgsdk.toss.model;
  exports kr.pgsdk.toss.promotion;
  exports kr.pgsdk.toss.receipt;
  exports kr.pgsdk.toss.settlement;
  exports kr.pgsdk.toss.submall;
  exports kr.pgsdk.toss.transaction;
  exports kr.pgsdk.toss.virtualaccount;
  exports kr.pgsdk.toss.webhook;
  exports kr.pgsdk.toss.internal to
      kr.pgsdk.toss.payouts;
}
