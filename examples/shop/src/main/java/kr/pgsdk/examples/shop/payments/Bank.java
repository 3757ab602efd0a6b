package kr.pgsdk.examples.shop.payments;

import java.util.Arrays;
import java.util.Optional;
import kr.pgsdk.spring.Merchant;

/**
 * Banks that a deposit can go back to. At Iamport the code depends on the payment company behind
 * it; these are the ones of most.
 */
public enum Bank {
  /** KB. */
  KOOKMIN("06", "004"),
  /** Shinhan. */
  SHINHAN("88", "088"),
  /** Woori. */
  WOORI("20", "020"),
  /** Hana. */
  HANA("81", "081"),
  /** NH. */
  NONGHYUP("11", "011"),
  /** Kakao. */
  KAKAO("90", "090"),
  /** Toss. */
  TOSS("92", "092");

  private final String atToss;
  private final String atIamport;

  Bank(String atToss, String atIamport) {
    this.atToss = atToss;
    this.atIamport = atIamport;
  }

  /** Its code in a request to a merchant's gateway. */
  String at(Merchant merchant) {
    if (merchant.isPortOne()) {
      return name(); // PortOne V2's own words
    }
    return merchant.isToss() ? atToss : atIamport;
  }

  /** The bank of a code in a gateway's answer, if it is one of these. */
  public static Optional<Bank> of(String code) {
    return Arrays.stream(values())
        .filter(
            bank ->
                bank.name().equals(code) || bank.atToss.equals(code) || bank.atIamport.equals(code))
        .findFirst();
  }
}
