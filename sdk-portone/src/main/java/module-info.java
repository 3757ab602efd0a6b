/** PortOne V2: its endpoints typed, and the five verbs on top of them. */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.portone {
  requires transitive kr.pgsdk.core;
  requires static org.jspecify;

  exports kr.pgsdk.portone;
  exports kr.pgsdk.portone.billing;
  exports kr.pgsdk.portone.company;
  exports kr.pgsdk.portone.escrow;
  exports kr.pgsdk.portone.identity;
  exports kr.pgsdk.portone.model;
  exports kr.pgsdk.portone.payment;
  exports kr.pgsdk.portone.platform;
  exports kr.pgsdk.portone.platform.contract;
  exports kr.pgsdk.portone.platform.partner;
  exports kr.pgsdk.portone.platform.payout;
  exports kr.pgsdk.portone.platform.policy;
  exports kr.pgsdk.portone.platform.settlement;
  exports kr.pgsdk.portone.platform.transfer;
  exports kr.pgsdk.portone.promotion;
  exports kr.pgsdk.portone.receipt;
  exports kr.pgsdk.portone.reconciliation;
  exports kr.pgsdk.portone.schedule;
  exports kr.pgsdk.portone.session;
  exports kr.pgsdk.portone.webhook;
}
