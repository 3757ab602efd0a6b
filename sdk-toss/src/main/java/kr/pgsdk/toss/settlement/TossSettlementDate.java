package kr.pgsdk.toss.settlement;

/** Which of a settlement's days a list goes by. */
public enum TossSettlementDate {
  /** {@code soldDate}: the day of the sale; Toss's default. */
  SOLD("soldDate"),
  /** {@code paidOutDate}: the day of the payout. */
  PAID_OUT("paidOutDate");

  private final String word;

  TossSettlementDate(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
