package kr.pgsdk.fuzz;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.http.RetryMode;
import kr.pgsdk.fuzz.ScriptedTransport.Sent;

/**
 * The five verbs over scripted responses. A script's command is {@code verb payment-id order-id
 * amount}; the defaults are {@code pay_1}, {@code order_1} and {@code 1000}.
 */
public final class VerbsFuzz {
  private final PaymentGateway gateway;
  private final ScriptedTransport transport;
  private final Script script;
  private final boolean confirmMovesMoney;

  /** Makes the verbs over one script; {@code confirmMovesMoney} is true for Toss. */
  public VerbsFuzz(
      PaymentGateway gateway,
      ScriptedTransport transport,
      Script script,
      boolean confirmMovesMoney) {
    this.gateway = gateway;
    this.transport = transport;
    this.script = script;
    this.confirmMovesMoney = confirmMovesMoney;
  }

  /** The payment id of the script. */
  public PaymentId paymentId() {
    return PaymentId.of(orElse(script.word(1), "pay_1"));
  }

  /** The order id of the script. */
  public OrderId orderId() {
    return OrderId.of(orElse(script.word(2), "order_1"));
  }

  /** The amount of the script. */
  public Money money() {
    return Money.of(orElse(script.word(3), "1000"), "KRW");
  }

  private static String orElse(String word, String otherwise) {
    return word.isEmpty() ? otherwise : word;
  }

  /** Runs the script's command; returns false if it is none of the verbs. */
  public boolean run() {
    switch (script.word(0)) {
      case "get-token" -> Checks.resultOf(gateway::getToken).ifPresent(Accessors::walk);
      case "prepare" -> Checks.resultOf(this::prepare);
      case "replace" -> Checks.resultOf(this::replace);
      case "find" -> Checks.resultOf(this::find);
      case "find-order" -> Checks.resultOf(this::findOrder);
      case "confirm" -> Checks.resultOf(() -> confirm(ConfirmRequest.OnMismatch.REPORT));
      case "confirm-refund" -> Checks.resultOf(() -> confirm(ConfirmRequest.OnMismatch.CANCEL));
      case "cancel" -> Checks.resultOf(() -> cancelTwice(CancelRequest.full(paymentId(), "back")));
      case "cancel-part" ->
          Checks.resultOf(
              () -> cancelTwice(CancelRequest.partial(paymentId(), money(), "one back")));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Object prepare() {
    return gateway.prepare(PrepareRequest.builder(orderId(), money()).orderName("shirt").build());
  }

  private Object replace() {
    return gateway.prepare(PrepareRequest.builder(orderId(), money()).replaceAmount(true).build());
  }

  private Object find() {
    gateway
        .find(PaymentLookup.byPaymentId(paymentId()))
        .ifPresent(
            found -> {
              PaymentsFuzz.requireConsistent(found);
              Checks.require(
                  found.paymentId().equals(paymentId()), "not the payment looked for: ", found);
            });
    return true;
  }

  private Object findOrder() {
    gateway
        .find(PaymentLookup.byOrderId(orderId()))
        .ifPresent(
            found -> {
              PaymentsFuzz.requireConsistent(found);
              Checks.require(
                  found.orderId().equals(orderId()), "not the payment looked for: ", found);
            });
    return true;
  }

  private Object confirm(ConfirmRequest.OnMismatch onMismatch) {
    ConfirmRequest request =
        ConfirmRequest.builder(paymentId(), orderId(), money()).onMismatch(onMismatch).build();
    Confirmation outcome = moneyCall(confirmMovesMoney, () -> gateway.confirm(request));
    Checks.requireLine(outcome.toString());
    if (outcome instanceof Confirmed confirmed) {
      Payment payment = confirmed.payment();
      PaymentsFuzz.requireConsistent(payment);
      Checks.require(
          payment.status().isPaid()
              && payment.paymentId().equals(request.paymentId())
              && payment.orderId().equals(request.orderId())
              && payment.amount().equals(request.money()),
          "confirmed, though not paid as asked: ",
          payment);
    } else if (outcome instanceof AwaitingDeposit waiting) {
      Payment payment = waiting.payment();
      Checks.require(
          payment.status().known() == Known.WAITING_FOR_DEPOSIT
              && payment.orderId().equals(request.orderId())
              && payment.amount().equals(request.money()),
          "awaits a deposit, but not as asked: ",
          payment);
    } else if (outcome instanceof NotConfirmed refused) {
      Accessors.walk(refused);
      try {
        outcome.orElseThrow();
        throw new AssertionError("orElseThrow() returned, though not confirmed: " + refused);
      } catch (PaymentException e) {
        Checks.require(e);
      }
    }
    return true;
  }

  /** Cancels twice with the same request, which is one refund. */
  private Object cancelTwice(CancelRequest.Builder builder) {
    CancelRequest request = builder.build();
    cancel(request);
    cancel(request);
    return true;
  }

  private void cancel(CancelRequest request) {
    Checks.resultOf(
            () -> {
              Cancellation outcome = moneyCall(true, () -> gateway.cancel(request));
              Accessors.walk(outcome);
              return outcome.payment();
            })
        .ifPresent(
            payment -> {
              PaymentsFuzz.requireConsistent(payment);
              Checks.require(
                  payment.paymentId().equals(request.paymentId()),
                  "another payment cancelled: ",
                  payment);
            });
  }

  /**
   * Makes one call that may move money, and compares its result with the requests that were sent.
   *
   * @param movesMoney whether money may have moved when a response can't be read
   */
  public <T> T moneyCall(boolean movesMoney, Supplier<T> call) {
    int before = transport.sent().size();
    try {
      return call.get();
    } catch (PaymentException e) {
      boolean maybe =
          sent(before).stream()
              .anyMatch(
                  each -> each.request().retryMode() != RetryMode.SAFE && each.mayHaveExecuted());
      Checks.require(
          !(e instanceof TransportException) || !maybe,
          "TransportException, though it may have been executed: ",
          e);
      Checks.require(
          !(e instanceof MalformedResponseException) || !movesMoney,
          "MalformedResponseException from a money call: ",
          e);
      if (e instanceof OutcomeUnknownException unknown) {
        Checks.requireLine(String.valueOf(unknown.lookup()));
        unknown.pendingCancel().ifPresent(Accessors::walk);
      }
      throw e;
    } finally {
      requireOnce(sent(before));
      requireOneBodyPerKey(sent(before));
    }
  }

  private List<Sent> sent(int from) {
    return List.copyOf(transport.sent().subList(from, transport.sent().size()));
  }

  private static void requireOnce(List<Sent> sent) {
    long executable =
        sent.stream()
            .filter(
                each ->
                    each.request().retryMode() == RetryMode.ONCE && each.response().status() != 401)
            .filter(each -> each.response().status() != 0 || each.response().requestSent())
            .count();
    Checks.require(executable <= 1, "sent more than once, times: ", executable);
  }

  private static void requireOneBodyPerKey(List<Sent> sent) {
    Map<String, Set<String>> bodies = new HashMap<>();
    for (Sent each : sent) {
      String key = each.request().headers().get("Idempotency-Key");
      Checks.require(
          each.request().retryMode() != RetryMode.KEYED || key != null,
          "no idempotency key: ",
          each);
      if (key != null) {
        bodies.computeIfAbsent(key, unused -> new HashSet<>()).add(each.request().body());
      }
    }
    Checks.require(bodies.size() <= 4, "too many idempotency keys: ", bodies.keySet());
    bodies.forEach(
        (key, each) ->
            Checks.require(each.size() == 1, "one idempotency key, several bodies: ", each));
  }
}
