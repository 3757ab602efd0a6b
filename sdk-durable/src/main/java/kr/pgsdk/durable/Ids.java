package kr.pgsdk.durable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.PaymentKey;

/** Ids as the store keeps them, and those made from others, the same on every server. */
final class Ids {
  private static final int LONGEST_ORDER_ID = 64;
  private static final int LONGEST_EVENT_ID = 250;
  private static final int LONGEST_PERSON = 60;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern REFUND_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final int REFERENCE_LENGTH = 16;

  private Ids() {}

  /** Databases ignore a blank at the end of some texts, so such an id could be another's. */
  static OrderId storable(OrderId id) {
    String text = id.value();
    if (text.length() > LONGEST_ORDER_ID || isBlankAtAnEdge(text)) {
      throw new IllegalArgumentException(
          "an order id has at most 64 characters here, and no blank at an edge");
    }
    return id;
  }

  static String refundId(String id) {
    if (!REFUND_ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a refund's id must be 1 to 32 of A-Z a-z 0-9 _ -, and never used for another refund");
    }
    return id;
  }

  /** Without a blank at an edge, as {@link #storable}. */
  static void eventId(String id) {
    if (id.length() > LONGEST_EVENT_ID || id.indexOf(0) >= 0 || isBlankAtAnEdge(id)) {
      throw new IllegalArgumentException(
          "an event's id has 1 to 250 characters, and no blank at an edge");
    }
  }

  private static boolean isBlankAtAnEdge(String text) {
    return text.isBlank() || !text.equals(text.strip());
  }

  /** Who decided something, as the history keeps it. */
  static void person(String by) {
    if (by.isBlank() || by.length() > LONGEST_PERSON || by.indexOf(0) >= 0) {
      throw new IllegalArgumentException("name the person in 1 to 60 characters");
    }
  }

  /** Words for the history; PostgreSQL takes every character but one. */
  static void note(String note) {
    if (note.indexOf(0) >= 0) {
      throw new IllegalArgumentException("a note must not have the character 0: leave it out");
    }
  }

  /** A time that the tables can hold. */
  static Instant time(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("the time must be one that a table can hold: " + at);
    }
    return at;
  }

  /**
   * The idempotency key of a refund.
   *
   * @param sends how often it was sent and definitely refused before: those have used up their keys
   */
  static String key(String shop, String refundId, int sends) {
    String text = shop + "\n" + refundId + (sends == 0 ? "" : "\n" + sends);
    return "pgsdk-refund-" + hex(text).substring(0, 40);
  }

  /** What tells a refund from others in the gateway's records. */
  static String reference(String shop, String refundId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(digest("reference\n" + shop + "\n" + refundId))
        .substring(0, REFERENCE_LENGTH);
  }

  /** One refund of a payment at a time holds this. */
  static String slot(PaymentKey payment) {
    return hex(payment.account() + "\n" + payment.paymentId());
  }

  /** The id of a refund that the SDK requests itself: the same for the same payment. */
  static String ownRefund(String prefix, PaymentKey payment) {
    return prefix + slot(payment).substring(0, 24);
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
