module shop {
  requires kr.pgsdk.toss;
  requires kr.pgsdk.sandbox;
  requires okhttp3;
}
