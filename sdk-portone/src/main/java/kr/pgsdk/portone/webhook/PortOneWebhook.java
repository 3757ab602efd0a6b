package kr.pgsdk.portone.webhook;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.text.Sha256;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.SourceAddresses;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that says it is PortOne's, of version 2024-04-25 or 2024-01-01. Immutable, and trusted
 * in nothing until {@link #verify} has seen its signature. Signed or not, it says where to look and
 * no more: {@link UntrustedPayment#verify} or {@code DurablePayments.notified} of {@code
 * sdk-durable} asks PortOne for the payment.
 *
 * <p>An event type that this SDK doesn't know is read as well. Answer 200 within 30 seconds,
 * whatever the type; anything else makes PortOne send it again, up to 5 times (webhook guide).
 */
public final class PortOneWebhook {
  /**
   * Where PortOne's webhooks came from when this SDK was made (webhook guide). Changes are
   * announced by mail: add to the list with {@link SourceAddresses#and}.
   */
  public static final SourceAddresses SOURCE_ADDRESSES = SourceAddresses.of("52.78.5.241");

  private static final String TRANSACTION = "Transaction.";
  private static final int MAX_WORD_LENGTH = 200;

  private final WebhookRequest request;
  private final @Nullable JsonObject body;
  private final @Nullable JsonObject data;
  private final PortOneEventType type;
  private final @Nullable UntrustedPayment payment;

  private PortOneWebhook(
      WebhookRequest request,
      @Nullable JsonObject body,
      @Nullable JsonObject data,
      PortOneEventType type,
      @Nullable UntrustedPayment payment) {
    this.request = request;
    this.body = body;
    this.data = data;
    this.type = type;
    this.payment = payment;
  }

  /**
   * Reads a webhook, in JSON or as a form.
   *
   * @throws RejectedRequestException if it can't be read, or is about a payment and names none
   */
  public static PortOneWebhook read(WebhookRequest request) {
    if (!request.isJson()) {
      return form(request, request.form());
    }
    try {
      byte[] utf8 = request.text().getBytes(StandardCharsets.UTF_8);
      return json(request, Json.object(utf8));
    } catch (JsonProblem e) {
      throw new RejectedRequestException(400, "the body can't be read: " + e.getMessage());
    }
  }

  private static PortOneWebhook json(WebhookRequest request, JsonObject body) {
    if (body.isNull("type") && !body.isNull("payment_id")) {
      return new PortOneWebhook(
          request,
          body,
          null,
          olderType(body.requiredText("status")),
          named(body.strict("tx_id", PaymentId::of), body.strict("payment_id", OrderId::of)));
    }
    if (body.isNull("type")) {
      OtherSender.requireOwn(body::has);
    }
    PortOneEventType type = body.required("type", PortOneWebhook::type);
    JsonObject data = body.object("data");
    return new PortOneWebhook(request, body, data, type, payment(type, body, data));
  }

  private static PortOneWebhook form(WebhookRequest request, Parameters form) {
    OrderId orderId = form.value("payment_id").map(id -> id(id, OrderId::of)).orElse(null);
    if (orderId == null) {
      OtherSender.requireOwn(name -> form.value(name).isPresent());
    }
    return new PortOneWebhook(
        request,
        null,
        null,
        olderType(
            form.value("status")
                .orElseThrow(() -> new RejectedRequestException(400, "status is missing"))),
        named(form.value("tx_id").map(id -> id(id, PaymentId::of)).orElse(null), orderId));
  }

  private static <T> T id(String text, Function<String, T> make) {
    try {
      return make.apply(text);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(400, "an id is refused: " + e.getMessage());
    }
  }

  /** Version 2024-01-01 says {@code Paid} where the newer one says {@code Transaction.Paid}. */
  private static PortOneEventType olderType(String status) {
    return type(TRANSACTION + status);
  }

  private static PortOneEventType type(String text) {
    if (!Texts.isVisibleAscii(text, MAX_WORD_LENGTH)) {
      throw new RejectedRequestException(400, "type is no word");
    }
    return PortOneEventType.of(text);
  }

  private static @Nullable UntrustedPayment payment(
      PortOneEventType type, JsonObject body, @Nullable JsonObject data) {
    boolean ofPayment = type.text().startsWith(TRANSACTION);
    if (ofPayment) {
      JsonObject named = body.requiredObject("data");
      return named(
          named.strict("transactionId", PaymentId::of), named.strict("paymentId", OrderId::of));
    }
    try {
      return data == null || data.isNull("paymentId")
          ? null
          : named(
              data.strict("transactionId", PaymentId::of), data.strict("paymentId", OrderId::of));
    } catch (JsonProblem | RejectedRequestException e) {
      return null; // in an event that isn't a payment's an odd id counts as none
    }
  }

  private static UntrustedPayment named(
      @Nullable PaymentId transactionId, @Nullable OrderId paymentId) {
    return UntrustedPayment.of(PortOnePayment.TERMS, transactionId, paymentId, null);
  }

  /** The event's type, as it claims. */
  public PortOneEventType claimedType() {
    return type;
  }

  /** The payment it names; empty for an event that isn't about one. */
  public Optional<UntrustedPayment> payment() {
    return Optional.ofNullable(payment);
  }

  /** When it says it happened. */
  public Optional<Instant> claimedTimestamp() {
    return Optional.ofNullable(body == null ? null : body.koreanTime("timestamp"));
  }

  /**
   * What is the same each time PortOne sends this webhook again: {@code header:} and the header
   * {@code webhook-id}, as Standard Webhooks says, else {@code body:} and a hash of the body. For
   * {@code DurablePayments.once} of {@code sdk-durable}, about events that name no payment. Of a
   * webhook that isn't verified this is a claim like all else.
   */
  public String deliveryId() {
    return header(StandardWebhooks.ID)
        .filter(id -> Texts.isVisibleAscii(id, MAX_WORD_LENGTH))
        .map(id -> "header:" + id)
        .orElseGet(() -> "body:" + Sha256.hex(request.body()));
  }

  private Optional<String> header(String name) {
    try {
      return request.header(name);
    } catch (RejectedRequestException e) {
      return Optional.empty(); // one that no gateway sends is as good as none
    }
  }

  /**
   * Verifies the signature, with a time window of {@link PortOneWebhookSecret#DEFAULT_TOLERANCE}.
   *
   * @param secrets those of the merchant: while one is replaced, both
   * @param clock what time it is; {@code Clock.systemUTC()} outside of tests
   * @throws RejectedRequestException with 401 if a header is missing, or the signature is wrong or
   *     out of its time; with 413 if a header is longer than any PortOne sends
   * @throws IllegalArgumentException if there are no secrets
   */
  public PortOneEvent verify(Collection<PortOneWebhookSecret> secrets, Clock clock) {
    return verify(secrets, clock, PortOneWebhookSecret.DEFAULT_TOLERANCE);
  }

  /**
   * Verifies the signature.
   *
   * @param tolerance how far the sending may lie in the past or the future
   * @throws RejectedRequestException as from {@link #verify(Collection, Clock)}
   * @throws IllegalArgumentException if there are no secrets, or the tolerance is negative
   */
  public PortOneEvent verify(
      Collection<PortOneWebhookSecret> secrets, Clock clock, Duration tolerance) {
    return new PortOneEvent(StandardWebhooks.require(secrets, clock, tolerance, request), this);
  }

  Optional<String> data(String name) {
    return Optional.ofNullable(data == null ? null : data.text(name));
  }

  OptionalLong totalAmount() {
    BigDecimal amount = data == null ? null : data.number("totalAmount");
    if (amount == null && body != null) {
      amount = body.number("total_amount");
    }
    try {
      return amount == null ? OptionalLong.empty() : OptionalLong.of(amount.longValueExact());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** All of it as JSON. Untrusted text, with a billing key in it perhaps; empty for a form. */
  public Optional<String> untrustedJson() {
    return Optional.ofNullable(body).map(JsonText::of);
  }

  /** Shows the claimed type and ids. */
  @Override
  public String toString() {
    return "PortOneWebhook[claimed type=" + type + ", " + payment + "]";
  }
}
