package kr.pgsdk.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Real answers of the gateways, as the SDK's tests keep them, and the ids that are in them. */
public final class Sample {
  /** A card payment at Toss: 1,000 won, done. */
  public static final String TOSS_PAYMENT = "toss/01-payment-card-done-easypay-card.json";

  /** The same after a cancel of 300 won. */
  public static final String TOSS_CANCELLED = "toss/03-payment-card-partial-canceled.json";

  /** The paymentKey of both. */
  public static final String TOSS_PAYMENT_KEY = "5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1";

  /** The orderId of both. */
  public static final String TOSS_ORDER_ID = "a4CWyWY5m89PNh7xJwhk1";

  /** A card payment at Iamport: 1 won, paid. */
  public static final String IAMPORT_PAYMENT = "iamport/05-payment-card-inicis-paid-raw.json";

  /** Its imp_uid. */
  public static final String IMP_UID = "imp_088022300265";

  /** Its merchant_uid. */
  public static final String MERCHANT_UID = "57008833-33010";

  /** Another one: 100 won, all cancelled. */
  public static final String IAMPORT_CANCELLED = "iamport/12-cancel-full-kcp-success-raw.json";

  /** Its imp_uid. */
  public static final String CANCELLED_IMP_UID = "imp_803037736674";

  /** A token that lives half an hour. */
  public static final String IAMPORT_TOKEN = "iamport/01-token-success-fresh.json";

  private Sample() {}

  /** Returns a sample's bytes, as they were on the wire. */
  public static byte[] bytes(String name) {
    try (InputStream in = Sample.class.getResourceAsStream("/samples/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no sample " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns {@link #IAMPORT_CANCELLED} as it was before the cancel. */
  static byte[] beforeCancel() {
    return text(IAMPORT_CANCELLED)
        .replace("\"status\":\"cancelled\"", "\"status\":\"paid\"")
        .replace("\"cancel_amount\":100", "\"cancel_amount\":0")
        .replaceFirst("\"cancel_history\":\\[[^]]*]", "\"cancel_history\":[]")
        .replaceFirst("\"cancel_receipt_urls\":\\[[^]]*]", "\"cancel_receipt_urls\":[]")
        .replaceFirst("\"cancel_reason\":\"[^\"]*\"", "\"cancel_reason\":null")
        .replaceFirst(",\"cancelled_at\":[0-9]+,\"card_code\"", ",\"cancelled_at\":0,\"card_code\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns a sample as text. */
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
