package kr.pgsdk.iamport;

/** How a token is written into the {@code Authorization} header; Iamport takes both forms. */
public enum IamportTokenHeader {
  /** {@code Authorization: Bearer TOKEN}, the documented form. */
  BEARER("Bearer"),
  /** {@code Authorization: TOKEN}, the form of Iamport's own older clients. */
  BARE("");

  private final String scheme;

  IamportTokenHeader(String scheme) {
    this.scheme = scheme;
  }

  String scheme() {
    return scheme;
  }
}
