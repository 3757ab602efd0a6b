/** Iamport (PortOne V1): its REST calls, typed, and the payment contract on top of them. */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.iamport {
  requires transitive kr.pgsdk.core;
  requires org.slf4j;
  requires static org.jspecify;

  exports kr.pgsdk.iamport;
  exports kr.pgsdk.iamport.benepia;
  exports kr.pgsdk.iamport.certification;
  exports kr.pgsdk.iamport.code;
  exports kr.pgsdk.iamport.cvs;
  exports kr.pgsdk.iamport.escrow;
  exports kr.pgsdk.iamport.kcpquick;
  exports kr.pgsdk.iamport.merchant;
  exports kr.pgsdk.iamport.billing;
  exports kr.pgsdk.iamport.model;
  exports kr.pgsdk.iamport.partner;
  exports kr.pgsdk.iamport.payco;
  exports kr.pgsdk.iamport.payment;
  exports kr.pgsdk.iamport.paymentwall;
  exports kr.pgsdk.iamport.naverpay;
  exports kr.pgsdk.iamport.receipt;
  exports kr.pgsdk.iamport.virtualaccount;
  exports kr.pgsdk.iamport.schedule;
  exports kr.pgsdk.iamport.webhook;
}
