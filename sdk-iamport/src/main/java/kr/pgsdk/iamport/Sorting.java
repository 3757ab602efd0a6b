package kr.pgsdk.iamport;

/** In which order payments are listed. */
public enum Sorting {
  /** Last started first; Iamport's default. */
  NEWEST_STARTED("-started"),
  /** First started first. */
  OLDEST_STARTED("started"),
  /** Last paid first. */
  NEWEST_PAID("-paid"),
  /** First paid first. */
  OLDEST_PAID("paid"),
  /** Last changed first. */
  NEWEST_UPDATED("-updated"),
  /** First changed first. */
  OLDEST_UPDATED("updated");

  private final String word;

  Sorting(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
