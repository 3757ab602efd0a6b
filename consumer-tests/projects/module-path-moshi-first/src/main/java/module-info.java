module shop {
  requires com.squareup.moshi;
  requires kr.pgsdk.iamport;
  requires kr.pgsdk.toss;
  requires kr.pgsdk.sandbox;
}
