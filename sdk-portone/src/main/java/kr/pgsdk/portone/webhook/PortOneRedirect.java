package kr.pgsdk.portone.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer's browser brings back from PortOne's checkout: the query of {@code redirectUrl},
 * or the response of {@code PortOne.requestPayment} that the shop's own page posts. Anyone can type
 * either. No amount comes back, and neither success nor failure is one: {@link #confirm} asks
 * PortOne in both cases. Immutable.
 */
public final class PortOneRedirect {
  private static final Redaction REDACTION = new Redaction(List.of());

  private final UntrustedReturn back;
  private final @Nullable String message;
  private final @Nullable String pgCode;
  private final @Nullable String pgMessage;

  private PortOneRedirect(Function<String, @Nullable String> values) {
    PaymentId txId = id(values, "txId", PaymentId::of);
    OrderId paymentId = id(values, "paymentId", OrderId::of);
    if (txId == null && paymentId == null) {
      OtherSender.requireOwn(name -> values.apply(name) != null);
    }
    String token = values.apply("paymentToken");
    this.back =
        UntrustedReturn.of(PortOnePayment.TERMS, txId, paymentId, null, values.apply("code"))
            .withPaymentToken(token);
    this.message = REDACTION.redact(values.apply("message"));
    this.pgCode = REDACTION.redact(values.apply("pgCode"));
    this.pgMessage = REDACTION.redact(values.apply("pgMessage"));
  }

  /**
   * Reads the query of {@code redirectUrl}.
   *
   * @throws RejectedRequestException if it names neither payment nor order, if an id is no id, or
   *     if a name is given twice
   */
  public static PortOneRedirect read(Parameters query) {
    return new PortOneRedirect(name -> query.value(name).orElse(null));
  }

  /**
   * Reads the response of {@code PortOne.requestPayment}, posted by the shop's page as JSON or as a
   * form.
   *
   * @throws RejectedRequestException as from {@link #read}, or if it can't be read
   */
  public static PortOneRedirect readCallback(WebhookRequest request) {
    if (!request.isJson()) {
      return read(request.form());
    }
    try {
      JsonObject json = Json.object(request.text().getBytes(StandardCharsets.UTF_8));
      return new PortOneRedirect(json::strictText);
    } catch (JsonProblem e) {
      throw new RejectedRequestException(400, "the body can't be read: " + e.getMessage());
    }
  }

  private static <T> @Nullable T id(
      Function<String, @Nullable String> values, String name, Function<String, T> make) {
    String text = values.apply(name);
    try {
      return text == null ? null : make.apply(text);
    } catch (IllegalArgumentException e) {
      throw new RejectedRequestException(400, name + " is refused: " + e.getMessage());
    }
  }

  /** The payment it names. */
  public UntrustedPayment payment() {
    return back.payment();
  }

  /** This, as what any gateway's checkout brings back. */
  public UntrustedReturn toReturn() {
    return back;
  }

  /** Why it claims to have failed; absent where it claims success. Decide nothing by it. */
  public Optional<String> claimedCode() {
    return back.claimedCode();
  }

  /** Why it claims to have failed, redacted. Untrusted text: don't show it as the shop's own. */
  public Optional<String> claimedMessage() {
    return Optional.ofNullable(message);
  }

  /** The payment company's code for it, as claimed, redacted. */
  public Optional<String> claimedPgCode() {
    return Optional.ofNullable(pgCode);
  }

  /** The payment company's words for it, as claimed, redacted. */
  public Optional<String> claimedPgMessage() {
    return Optional.ofNullable(pgMessage);
  }

  /**
   * Returns the request to confirm with, and with it what the browser brought: the order id, to be
   * compared, and the token of a channel with manual confirmation.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws RejectedRequestException if no {@code txId} was brought; {@link #confirm} looks the
   *     order up then
   */
  public ConfirmRequest confirmRequest(OrderId orderId, Money price) {
    PaymentId txId =
        back.claimedPaymentId()
            .orElseThrow(
                () ->
                    new RejectedRequestException(
                        400, "txId is missing: confirm(gateway, ...) looks the order up instead"));
    return back.confirmRequest(txId, orderId, price);
  }

  /**
   * Confirms the order, whatever the browser claims of success or failure; without a {@code txId}
   * the order's payment is looked up. <strong>Moves money</strong> if a payment token was brought.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @throws kr.pgsdk.core.error.PaymentException as from {@link PaymentGateway#confirm}
   */
  public Confirmation confirm(PaymentGateway gateway, OrderId orderId, Money price) {
    return back.confirm(gateway, orderId, price);
  }

  /** Shows ids and the claimed code. */
  @Override
  public String toString() {
    return "PortOneRedirect[" + back + "]";
  }
}
