package kr.pgsdk.toss.internal;

import java.util.Objects;
import java.util.regex.Pattern;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.Texts;

/** The fields that several requests have, each by Toss's rule. */
public final class TossFields {
  public static final int MAX_ORDER_NAME = 100;
  public static final int MAX_CUSTOMER = 100; // a name, or an e-mail address

  // The browser SDK takes = as well, the core reference doesn't name it.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_=-]{6,64}");
  // Toss's own pages disagree about the length; 300 was seen to work, 301 to fail.
  private static final Pattern CUSTOMER_KEY = Pattern.compile("[A-Za-z0-9_=.@-]{2,300}");
  private static final String CUSTOMER_KEY_RULE = "2 to 300 letters, digits, - _ = . @ only";
  private static final int MAX_BILLING_KEY = 200;
  private static final int CENTURY = 2000;
  private static final int MAX_YEAR = 99;
  private static final int MAX_CARD_NUMBER = 20;
  private static final int MAX_IDENTITY = 10;
  private static final int MIN_RECEIPT_IDENTITY = 8; // as the shortest phone number Toss takes
  private static final int MAX_RECEIPT_IDENTITY = 30;
  private static final int MAX_IP = 45; // an IPv6 address at its longest

  private TossFields() {}

  /** Whether it has the form of an id the shop gives: an order's, a cancel's. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Returns {@code orderId} if Toss takes it for a new order. */
  public static OrderId requireOrderId(OrderId orderId) {
    if (!isId(orderId.value())) {
      throw new IllegalArgumentException(
          "Toss takes an orderId of 6 to 64 letters, digits, - _ = only: choose another order id");
    }
    return orderId;
  }

  /** Sets what a new order is: its number, its amount, its name. */
  static void order(RequestFields fields, OrderId orderId, Money amount, String orderName) {
    fields
        .text("orderId", requireOrderId(orderId).value())
        .positive("amount", amount)
        .note("orderName", orderName, MAX_ORDER_NAME);
  }

  /** Sets {@code customerKey}, a secret. */
  public static void customerKey(RequestFields fields, String customerKey) {
    fields.personal("customerKey", customerKey, CUSTOMER_KEY, CUSTOMER_KEY_RULE);
  }

  /** Returns {@code customerKey}, a secret, if it can be one. */
  public static String requireCustomerKey(String customerKey) {
    Objects.requireNonNull(customerKey, "customerKey");
    if (!CUSTOMER_KEY.matcher(customerKey).matches()) {
      throw new IllegalArgumentException("customerKey must be " + CUSTOMER_KEY_RULE);
    }
    return customerKey;
  }

  /** Returns {@code billingKey}, a secret, if it can be one. */
  public static String requireBillingKey(String billingKey) {
    Objects.requireNonNull(billingKey, "billingKey");
    if (!Texts.isVisibleAscii(billingKey, MAX_BILLING_KEY)) {
      throw new IllegalArgumentException(
          "billingKey must be 1 to " + MAX_BILLING_KEY + " visible ASCII characters");
    }
    return billingKey;
  }

  public static void customerName(RequestFields fields, String name) {
    fields.personal("customerName", name, MAX_CUSTOMER);
  }

  public static void customerEmail(RequestFields fields, String email) {
    fields.personal("customerEmail", email, MAX_CUSTOMER);
  }

  public static void customerIp(RequestFields fields, String ip) {
    fields.personal("customerIp", ip, MAX_IP);
  }

  /**
   * Sets a card's data.
   *
   * @throws IllegalArgumentException if it has no owner's identity, or its expiry isn't within 2000
   *     to 2099; the message shows no data
   */
  public static void card(RequestFields fields, CardData card) {
    int year = card.expiry().getYear() - CENTURY;
    if (year < 0 || year > MAX_YEAR) {
      throw new IllegalArgumentException("card expiry must be from 2000 to 2099");
    }
    String identity =
        card.ownerIdentity()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Toss takes a card with its owner's birth date or business number only:"
                            + " set ownerIdentity"));
    fields
        .personal("cardNumber", card.number(), MAX_CARD_NUMBER)
        .text("cardExpirationYear", twoDigits(year), 2)
        .text("cardExpirationMonth", twoDigits(card.expiry().getMonthValue()), 2)
        .personal("customerIdentityNumber", identity, MAX_IDENTITY);
    card.passwordDigits().ifPresent(digits -> fields.personal("cardPassword", digits, 2));
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** Sets whom a cash receipt is for: the number of a phone, a business or a receipt card. */
  public static void receiptIdentity(RequestFields fields, String name, String number) {
    fields.digits(name, number, MIN_RECEIPT_IDENTITY, MAX_RECEIPT_IDENTITY);
  }

  /** Sets {@code vbv}: what a 3-D Secure authentication made elsewhere proved. */
  public static void vbv(RequestFields fields, String cavv, String xid, String eci) {
    fields.object(
        "vbv",
        new RequestFields().personal("cavv", cavv).personal("xid", xid).personal("eci", eci));
  }

  /** Sets a part of an amount: what is tax-free of it. */
  public static void part(RequestFields fields, String name, Money part, Money whole) {
    Objects.requireNonNull(part, name);
    if (!part.currency().equals(whole.currency())) {
      throw new IllegalArgumentException(
          name + " is in " + part.currency() + ", the amount in " + whole.currency());
    }
    if (part.isMoreThan(whole)) {
      throw new IllegalArgumentException(
          name + " (" + part + ") is more than the amount (" + whole + ")");
    }
    fields.amount(name, part);
  }
}
