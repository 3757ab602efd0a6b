package kr.pgsdk.iamport.internal;

import kr.pgsdk.core.CardData;
import kr.pgsdk.core.internal.http.RequestFields;

/** A card's data as Iamport takes it. */
public final class CardFields {
  private static final int MAX_LENGTH = 20;

  private CardFields() {}

  /**
   * Returns the fields of a card, all of which no message may repeat.
   *
   * @throws IllegalArgumentException if its year of expiry hasn't four digits
   */
  public static RequestFields of(CardData card) {
    if (card.expiry().getYear() < 1000 || card.expiry().getYear() > 9999) {
      throw new IllegalArgumentException("expiry must have a year of four digits");
    }
    RequestFields fields =
        new RequestFields()
            // Iamport wants dddd-dddd-dddd-dddd.
            .personal("card_number", card.number().replaceAll("(.{4})(?=.)", "$1-"), MAX_LENGTH)
            .personal("expiry", card.expiry().toString(), MAX_LENGTH);
    card.ownerIdentity().ifPresent(digits -> fields.personal("birth", digits, MAX_LENGTH));
    card.passwordDigits().ifPresent(digits -> fields.personal("pwd_2digit", digits, MAX_LENGTH));
    card.cvc().ifPresent(digits -> fields.personal("cvc", digits, MAX_LENGTH));
    return fields;
  }
}
