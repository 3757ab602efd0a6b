package kr.pgsdk.sandbox;

import java.util.Arrays;

/**
 * What becomes of a card, by the last four digits of its number: any other number is a good card.
 * The sandbox's own numbers; the real gateways have others.
 */
public enum TestCard {
  /** Billing keys are issued, and charges succeed. */
  GOOD("0000", "", ""),
  /** Billing keys are issued, and charges are declined: the limit is exceeded. */
  OVER_LIMIT("9001", "REJECT_CARD_PAYMENT", "한도초과"),
  /** Billing keys are issued, and charges are declined: the card was stopped. */
  STOPPED("9002", "INVALID_STOPPED_CARD", "정지된 카드"),
  /** Billing keys are issued, and charges are declined by the card company. */
  DECLINED("9003", "REJECT_CARD_COMPANY", "카드사 거절"),
  /** Billing keys are issued, and charges are declined: the owner must authenticate first. */
  NEEDS_AUTHENTICATION("9004", "NOT_REGISTERED_CARD_COMPANY", "본인인증이 필요한 카드"),
  /** No billing key is issued: there is no such card. */
  UNKNOWN_NUMBER("9101", "INVALID_CARD_NUMBER", "유효하지않은 카드번호를 입력하셨습니다."),
  /** No billing key is issued: the card has run out. */
  EXPIRED("9102", "INVALID_CARD_EXPIRATION", "유효기간이 지난 카드입니다.");

  private static final String BEGINNING = "433012345678";

  private final String lastDigits;
  private final String tossCode;
  private final String reason;

  TestCard(String lastDigits, String tossCode, String reason) {
    this.lastDigits = lastDigits;
    this.tossCode = tossCode;
    this.reason = reason;
  }

  /** A number of 16 digits. */
  public String number() {
    return BEGINNING + lastDigits;
  }

  /** What a number means. */
  public static TestCard of(String number) {
    return Arrays.stream(values())
        .filter(card -> number.endsWith(card.lastDigits))
        .findFirst()
        .orElse(GOOD);
  }

  /** Toss's code for why it is declined; empty for a good card. */
  public String tossCode() {
    return tossCode;
  }

  /** The card company's words for why it is declined; empty for a good card. */
  public String reason() {
    return reason;
  }

  /** Whether no billing key is issued for it. */
  public boolean isRefusedAtIssue() {
    return this == UNKNOWN_NUMBER || this == EXPIRED;
  }

  /** Whether a charge is declined. */
  public boolean isDeclined() {
    return this != GOOD;
  }
}
