package kr.pgsdk.core.webhook;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * The payment that a webhook or a return names, and what it claims about this payment. Anyone can
 * send a webhook or a return: use the claims only to look the payment up. {@link #verify} and
 * {@link #fetch} ask the gateway. So does {@code DurablePayments.notified} of {@code sdk-durable},
 * which also tells the shop of each change once. Immutable.
 */
public final class UntrustedPayment {
  // Whatever else stands there is no status, and stays out of logs.
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  private final GatewayTerms terms;
  private final @Nullable PaymentId paymentId;
  private final @Nullable OrderId orderId;
  private final @Nullable PaymentStatus status;

  private UntrustedPayment(
      GatewayTerms terms,
      @Nullable PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable PaymentStatus status) {
    this.terms = Objects.requireNonNull(terms, "terms");
    this.paymentId = paymentId;
    this.orderId = orderId;
    this.status = status;
  }

  /**
   * Returns an untrusted payment; pass null for a part that isn't claimed. A status that isn't a
   * word counts as not claimed.
   *
   * @throws RejectedRequestException if both ids are null
   */
  public static UntrustedPayment of(
      GatewayTerms terms,
      @Nullable PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable PaymentStatus status) {
    if (paymentId == null && orderId == null) {
      throw new RejectedRequestException(
          400, "neither " + terms.paymentId() + " nor " + terms.orderId() + " is present");
    }
    boolean word = status != null && WORD.matcher(status.gatewayWord()).matches();
    return new UntrustedPayment(terms, paymentId, orderId, word ? status : null);
  }

  /** The short name of the gateway that is claimed to have sent it. */
  public String gateway() {
    return terms.gateway();
  }

  /** The payment that is named. */
  public Optional<PaymentId> claimedPaymentId() {
    return Optional.ofNullable(paymentId);
  }

  /** The order that is named. */
  public Optional<OrderId> claimedOrderId() {
    return Optional.ofNullable(orderId);
  }

  /** The claimed status, in the gateway's words. Base no decision on this status. */
  public Optional<String> claimedStatus() {
    return Optional.ofNullable(status).map(PaymentStatus::gatewayWord);
  }

  /**
   * Asks the gateway for the payment: by its payment id if one was named, else by its order id, as
   * {@link PaymentGateway#find}. Moves no money, and blocks like every call.
   *
   * @return empty if the gateway knows no such payment: a forgery, or the console's test call
   * @throws RejectedRequestException if the payment is of another order than the one named with it
   * @throws IllegalArgumentException if {@code gateway} isn't the gateway this came from
   * @throws kr.pgsdk.core.error.PaymentException as from find: nothing is known now; let the
   *     gateway send the webhook again
   */
  public Optional<Payment> fetch(PaymentGateway gateway) {
    requireFrom(gateway);
    Optional<Payment> payment = gateway.find(lookup());
    payment.ifPresent(this::requireNamed);
    return payment;
  }

  private PaymentLookup lookup() {
    return paymentId != null
        ? PaymentLookup.byPaymentId(paymentId)
        : PaymentLookup.byOrderId(Objects.requireNonNull(orderId));
  }

  /** Before asking; a stand-in without a gateway's name is known by the payments it shows. */
  private void requireFrom(PaymentGateway gateway) {
    String name = gateway.name();
    if (!name.equals(gateway.getClass().getSimpleName())) {
      requireFrom(name);
    }
  }

  private void requireFrom(String gateway) {
    if (!gateway.equals(terms.gateway())) {
      throw new IllegalArgumentException(
          "this came from "
              + terms.gateway()
              + ", but the gateway object is "
              + gateway
              + "'s: pass the one for "
              + terms.gateway());
    }
  }

  private void requireNamed(Payment payment) {
    requireFrom(payment.gateway());
    if (orderId != null && !orderId.equals(payment.orderId())) {
      throw new RejectedRequestException(
          400, terms.paymentId() + " names a payment of another order than " + terms.orderId());
    }
  }

  /**
   * Asks the gateway for the payment and compares it with the shop's own order, as {@link
   * PaymentGateway#confirm} does, but captures nothing: {@code Confirmed} if it is paid as
   * expected. Moves no money, and blocks like every call.
   *
   * @param orderId the order, from the shop's own records
   * @param price what it costs, from the shop's own records
   * @return {@code NotConfirmed(MISMATCH)} without a request if another order was named
   * @throws IllegalArgumentException if {@code gateway} isn't the gateway this came from
   * @throws kr.pgsdk.core.error.PaymentException as from confirm: nothing is known now; let the
   *     gateway send the webhook again
   */
  public Confirmation verify(PaymentGateway gateway, OrderId orderId, Money price) {
    requireFrom(gateway);
    PaymentId id = paymentId;
    if (id == null) {
      Payment found = gateway.find(PaymentLookup.byOrderId(orderId)).orElse(null);
      if (found == null) {
        return NotConfirmed.builder(terms, Reason.NOT_FOUND, MoneyHeld.UNKNOWN).build();
      }
      requireFrom(found.gateway());
      id = found.paymentId();
    }
    ConfirmRequest.Builder request = ConfirmRequest.builder(id, orderId, price).withoutCapture();
    if (this.orderId != null) {
      request.returnedOrderId(this.orderId);
    }
    Confirmation outcome = gateway.confirm(request.build());
    payment(outcome).ifPresent(payment -> requireFrom(payment.gateway()));
    return outcome;
  }

  /** The payment an outcome is about; empty if the gateway showed none. */
  private static Optional<Payment> payment(Confirmation outcome) {
    if (outcome instanceof Confirmed confirmed) {
      return Optional.of(confirmed.payment());
    }
    return outcome instanceof AwaitingDeposit awaiting
        ? Optional.of(awaiting.payment())
        : ((NotConfirmed) outcome).payment();
  }

  /** Shows gateway, ids and the claimed status. */
  @Override
  public String toString() {
    return "UntrustedPayment["
        + terms.gateway()
        + ", "
        + terms.paymentId()
        + "="
        + paymentId
        + ", "
        + terms.orderId()
        + "="
        + orderId
        + ", claimed status="
        + status
        + "]";
  }
}
