package kr.pgsdk.toss.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.text.Sha256;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.internal.time.KoreanTime;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that says it is Toss's. Immutable, and trusted in nothing until it is verified:
 *
 * <ul>
 *   <li>Those about payments ({@code PAYMENT_STATUS_CHANGED}, {@code DEPOSIT_CALLBACK}) are not
 *       signed. {@link #payment()} names the payment, and {@link UntrustedPayment#verify} or {@code
 *       DurablePayments.notified} of {@code sdk-durable} asks Toss for it.
 *   <li>{@code payout.changed} and {@code seller.changed} are signed: {@link #verify} makes a
 *       {@link TossEvent} of them.
 *   <li>All others are neither. Take them as a reason to look, and let {@link #deliveryId()} drop
 *       repeats.
 * </ul>
 *
 * <p>Answer 200 within 10 seconds; anything else makes Toss send it again, up to 7 times (webhook
 * guide).
 */
public final class TossWebhook {
  /**
   * Where Toss's webhooks came from when this SDK was made. Toss adds to the list: check its
   * security page, and add with {@link SourceAddresses#and}.
   */
  public static final SourceAddresses SOURCE_ADDRESSES =
      SourceAddresses.of(
          "13.124.18.147",
          "13.124.108.35",
          "3.36.173.151",
          "3.38.81.32",
          "115.92.221.121",
          "115.92.221.122",
          "115.92.221.123",
          "115.92.221.125",
          "115.92.221.126",
          "115.92.221.127");

  private static final String DEPOSIT_CALLBACK = "DEPOSIT_CALLBACK";
  private static final String HEADER = "tosspayments-webhook-transmission-";
  private static final int MAX_WORD_LENGTH = 200;

  /** The events whose ids are read strictly; in an unknown event, an odd id counts as absent. */
  private static final Set<String> ABOUT_PAYMENTS =
      Set.of("PAYMENT_STATUS_CHANGED", DEPOSIT_CALLBACK);

  private final WebhookRequest request;
  private final JsonObject body;
  private final JsonObject content;
  private final String eventType;
  private final @Nullable UntrustedPayment payment;

  private TossWebhook(WebhookRequest request, JsonObject body) {
    this.request = request;
    this.body = body;
    this.content = content(body);
    // Sent flat, and the one event without a type (webhook-events).
    String type = body.strict("eventType", word -> word);
    if (type == null && (body.isNull("orderId") || body.isNull("status"))) {
      OtherSender.of(body)
          .ifPresent(
              other -> {
                throw other.refusal();
              });
      throw body.problem("eventType", "is missing, and this is no deposit callback either");
    }
    if (type != null && !isVisible(type)) {
      throw body.problem("eventType", "is not 1 to 200 visible ASCII characters");
    }
    this.eventType = type == null ? DEPOSIT_CALLBACK : type;
    this.payment = payment(eventType, content);
  }

  /**
   * Reads a webhook in any of Toss's three shapes; an event type that this SDK doesn't know is read
   * as well.
   *
   * @throws RejectedRequestException if it can't be read, or is about a payment and names none
   */
  public static TossWebhook read(WebhookRequest request) {
    try {
      byte[] json = request.text().getBytes(StandardCharsets.UTF_8);
      return new TossWebhook(request, Json.object(json));
    } catch (JsonProblem e) {
      throw OtherSender.of(request)
          .map(OtherSender::refusal)
          .orElse(new RejectedRequestException(400, "the body can't be read: " + e.getMessage()));
    }
  }

  private static JsonObject content(JsonObject body) {
    JsonObject inner = body.object("data");
    JsonObject entity = inner != null ? inner : body.object("entityBody");
    return entity != null ? entity : body;
  }

  private static @Nullable UntrustedPayment payment(String eventType, JsonObject content) {
    if (ABOUT_PAYMENTS.contains(eventType)) {
      return named(content);
    }
    try {
      return content.isNull("paymentKey") && content.isNull("orderId") ? null : named(content);
    } catch (JsonProblem | RejectedRequestException e) {
      return null;
    }
  }

  private static UntrustedPayment named(JsonObject content) {
    return UntrustedPayment.of(
        TossPayment.TERMS,
        content.strict("paymentKey", PaymentId::of),
        content.strict("orderId", OrderId::of),
        content.strict("status", word -> new PaymentStatus(known(word), word)));
  }

  private static Known known(String word) {
    return switch (word) {
      case "DONE" -> Known.PAID;
      case "CANCELED" -> Known.CANCELLED;
      case "PARTIAL_CANCELED" -> Known.PARTIALLY_CANCELLED;
      case "WAITING_FOR_DEPOSIT" -> Known.WAITING_FOR_DEPOSIT;
      case "ABORTED" -> Known.FAILED;
      case "EXPIRED" -> Known.EXPIRED;
      default -> Known.UNKNOWN;
    };
  }

  /** The event's type as it claims; {@code DEPOSIT_CALLBACK} if it has that event's shape. */
  public String claimedEventType() {
    return eventType;
  }

  /** The payment it names; empty for an event that isn't about one. */
  public Optional<UntrustedPayment> payment() {
    return Optional.ofNullable(payment);
  }

  /** When it says it happened. */
  public Optional<Instant> claimedCreatedAt() {
    return Optional.ofNullable(body.koreanTime("createdAt"));
  }

  /** The transaction it names: of a deposit, or of a cancel ({@code CANCEL_STATUS_CHANGED}). */
  public Optional<String> claimedTransactionKey() {
    return Optional.ofNullable(content.text("transactionKey")).filter(TossWebhook::isVisible);
  }

  private static boolean isVisible(String text) {
    return Texts.isVisibleAscii(text, MAX_WORD_LENGTH);
  }

  /** How often Toss says it has sent this before. */
  public OptionalInt claimedRetriedCount() {
    String count = header("retried-count").orElse("");
    return count.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(count))
        : OptionalInt.empty();
  }

  /** A header of no consequence: one that no gateway sends is as good as none. */
  private Optional<String> header(String name) {
    try {
      return request.header(HEADER + name);
    } catch (RejectedRequestException e) {
      return Optional.empty();
    }
  }

  /** When this sending of it began, as it claims. */
  public Optional<Instant> claimedTransmissionTime() {
    return header("time").map(KoreanTime::parse);
  }

  /**
   * What is the same each time Toss sends this webhook again: {@code event:} and the event's own
   * id, else {@code header:} and the header {@code tosspayments-webhook-transmission-id}, else
   * {@code body:} and a hash of the body. For {@code DurablePayments.once} of {@code sdk-durable},
   * about events that name no payment.
   *
   * <p>Of an unsigned event this is a claim like all else. An id of one source never passes for one
   * of another; but whoever knows an event's id beforehand can send a forgery under it, and the
   * true event then counts as its repeat. Take such an event as a reason to look, whenever it
   * comes. For a signed one use {@link TossEvent#eventId()}.
   */
  public String deliveryId() {
    return Optional.ofNullable(body.text("eventId"))
        .filter(TossWebhook::isVisible)
        .map(id -> "event:" + id)
        .or(() -> header("id").filter(TossWebhook::isVisible).map(id -> "header:" + id))
        .orElseGet(() -> "body:" + Sha256.hex(request.body()));
  }

  /**
   * Whether the webhook carries a payment's secret, compared in constant time. Then it was written
   * by somebody who knows it, but perhaps long ago: the payment may stand elsewhere by now.
   *
   * @param storedSecret {@link TossPayment#secret()}, as the confirm's answer had it
   */
  public boolean hasSecret(String storedSecret) {
    Objects.requireNonNull(storedSecret, "storedSecret");
    String secret = content.text("secret");
    return secret != null
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), storedSecret.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Verifies the signature, with a time window of {@link TossSecurityKey#DEFAULT_TOLERANCE}.
   *
   * @param clock what time it is; {@code Clock.systemUTC()} outside of tests
   * @throws RejectedRequestException with 401 if a signature is missing, wrong, or out of its time;
   *     with 400 if it is right, but the body isn't an event as Toss writes them; with 413 if a
   *     header is longer than any Toss sends
   */
  public TossEvent verify(TossSecurityKey key, Clock clock) {
    return verify(key, clock, TossSecurityKey.DEFAULT_TOLERANCE);
  }

  /**
   * Verifies the signature.
   *
   * @param tolerance how far the sending may lie in the past or the future. Toss writes the time
   *     anew with each sending, so that what it sends again is young again (seen, not documented)
   * @throws RejectedRequestException as from {@link #verify(TossSecurityKey, Clock)}
   * @throws IllegalArgumentException if the tolerance is negative: the caller's mistake, and no
   *     {@code RejectedRequestException}
   */
  public TossEvent verify(TossSecurityKey key, Clock clock, Duration tolerance) {
    TossSignature.require(key, clock, tolerance, request);
    try {
      return new TossEvent(body);
    } catch (JsonProblem e) {
      throw new RejectedRequestException(400, "the event can't be read: " + e.getMessage());
    }
  }

  /**
   * What the webhook says, as JSON: the payment or entity inside its envelope. Untrusted text, with
   * the secret and the buyer's data in it.
   */
  public String untrustedJson() {
    return JsonText.of(content);
  }

  /** Shows the type and what {@link UntrustedPayment} shows. */
  @Override
  public String toString() {
    return "TossWebhook[" + eventType + (payment == null ? "" : ", " + payment) + "]";
  }
}
