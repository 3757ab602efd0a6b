package kr.pgsdk.iamport.receipt;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.model.IamportProductType;

/**
 * What both kinds of cash receipts are issued with. What isn't set isn't sent.
 *
 * @param <B> the builder itself
 */
abstract class ReceiptBuilder<B extends ReceiptBuilder<B>> {
  private static final int MAX_LENGTH = 100;

  // From a phone's number to a receipt card's.
  private static final int MIN_IDENTIFIER = 8;
  private static final int MAX_IDENTIFIER = 20;
  private static final int BUSINESS_NUMBER = 10;
  private static final int RESIDENT_NUMBER = 13;

  final RequestFields fields = new RequestFields();
  private final int identifierLength;

  ReceiptBuilder(String identifier) {
    fields.digits("identifier", identifier, MIN_IDENTIFIER, MAX_IDENTIFIER);
    this.identifierLength = identifier.replace("-", "").length();
  }

  abstract B self();

  private void requireLength(
      IamportReceiptIdentifier given, IamportReceiptIdentifier type, int digits) {
    if (given.equals(type) && identifierLength != digits) {
      throw new IllegalArgumentException(
          "identifier must be " + digits + " digits with identifier_type " + type);
    }
  }

  final B text(String name, String text) {
    fields.text(name, text, MAX_LENGTH);
    return self();
  }

  /**
   * {@code identifier_type}: what kind of number the identifier is.
   *
   * @throws IllegalArgumentException if the identifier can't be one: a business's has 10 digits, a
   *     resident's 13
   */
  public B identifierType(IamportReceiptIdentifier type) {
    requireLength(type, IamportReceiptIdentifier.BUSINESS, BUSINESS_NUMBER);
    requireLength(type, IamportReceiptIdentifier.PERSON, RESIDENT_NUMBER);
    fields.word("identifier_type", type);
    return self();
  }

  /** {@code type}: for whom the receipt is; for a person by default. */
  public B type(IamportCashReceiptType type) {
    fields.word("type", type);
    return self();
  }

  /** {@code product_type}: what was sold. */
  public B productType(IamportProductType type) {
    fields.word("product_type", type);
    return self();
  }

  /** {@code buyer_name}: personal, as the next two. */
  public B buyerName(String name) {
    fields.personal("buyer_name", name, MAX_LENGTH);
    return self();
  }

  /** {@code buyer_email}. */
  public B buyerEmail(String email) {
    fields.personal("buyer_email", email, MAX_LENGTH);
    return self();
  }

  /** {@code buyer_tel}. */
  public B buyerTel(String tel) {
    fields.personal("buyer_tel", tel, MAX_LENGTH);
    return self();
  }

  /**
   * {@code corp_reg_no}: the shop's business number, 10 digits; dashes between them are dropped.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public B corpRegNo(String number) {
    fields.digits("corp_reg_no", number, BUSINESS_NUMBER, BUSINESS_NUMBER);
    return self();
  }

  /** {@code tax_free}: the tax-free part, in whole won; zero by default. */
  public B taxFree(Money taxFree) {
    fields.wholeAmount("tax_free", taxFree);
    return self();
  }

  /** {@code vat_amount}: the VAT, for shops that work it out themselves. */
  public B vat(Money vat) {
    fields.amount("vat_amount", vat);
    return self();
  }
}
