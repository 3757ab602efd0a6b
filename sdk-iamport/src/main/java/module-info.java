/** Iamport (PortOne V1): its REST calls, typed, and the payment contract on top of them. */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.iamport {
  requires transitive kr.pgsdk.core;
  requires org.slf4j;
  requires static org.jspecify;

  exports kr.pgsdk.iamport;
  exports kr.pgsdk.iamport.model;
  exports kr.pgsdk.iamport.naverpay;
  exports kr.pgsdk.iamport.receipt;
  exports kr.pgsdk.iamport.webhook;
}
