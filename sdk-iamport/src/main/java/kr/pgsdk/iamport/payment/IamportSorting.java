package kr.pgsdk.iamport.payment;

/** In which order payments are listed. */
public enum IamportSorting {
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

  IamportSorting(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
