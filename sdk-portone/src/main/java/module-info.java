/** PortOne V2: its endpoints typed, and the five verbs on top of them. */
@org.jspecify.annotations.NullMarked
module kr.pgsdk.portone {
  requires transitive kr.pgsdk.core;
  requires static org.jspecify;

  exports kr.pgsdk.portone;
  exports kr.pgsdk.portone.model;
}
