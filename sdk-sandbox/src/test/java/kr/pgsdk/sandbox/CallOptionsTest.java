package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossCancelRequest;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossConfirmRequest;
import kr.pgsdk.toss.TossGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code with(CallOptions)} changes on the wire, of gateways and typed clients alike. */
class CallOptionsTest {
  private static final Money PRICE = Money.krw(15_000);
  private static final String KEY = "key-of-the-caller";

  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** Everything that has a {@code with}: opened, given options one after the other, asked once. */
  enum Caller {
    TOSS_GATEWAY(Shop.TOSS) {
      @Override
      void look(Sandbox sandbox, PaymentId id, List<CallOptions> options) {
        try (PaymentGateway opened = toss(sandbox)) {
          PaymentGateway gateway = opened;
          for (CallOptions next : options) {
            gateway = gateway.with(next);
          }
          assertThat(gateway.find(PaymentLookup.byPaymentId(id))).isPresent();
        }
      }
    },
    TOSS_CLIENT(Shop.TOSS) {
      @Override
      void look(Sandbox sandbox, PaymentId id, List<CallOptions> options) {
        try (TossClient opened = toss(sandbox).client()) {
          TossClient client = opened;
          for (CallOptions next : options) {
            client = client.with(next);
          }
          assertThat(client.payment(id).paymentKey()).isEqualTo(id);
        }
      }
    },
    IAMPORT_GATEWAY(Shop.IAMPORT) {
      @Override
      void look(Sandbox sandbox, PaymentId id, List<CallOptions> options) {
        try (PaymentGateway opened = iamport(sandbox)) {
          PaymentGateway gateway = opened;
          for (CallOptions next : options) {
            gateway = gateway.with(next);
          }
          assertThat(gateway.find(PaymentLookup.byPaymentId(id))).isPresent();
        }
      }
    },
    IAMPORT_CLIENT(Shop.IAMPORT) {
      @Override
      void look(Sandbox sandbox, PaymentId id, List<CallOptions> options) {
        try (IamportClient opened = iamport(sandbox).client()) {
          IamportClient client = opened;
          for (CallOptions next : options) {
            client = client.with(next);
          }
          assertThat(client.payment(id).paymentId()).isEqualTo(id);
        }
      }
    };

    final Shop shop;

    Caller(Shop shop) {
      this.shop = shop;
    }

    /** Looks the payment up, in one request of its own. */
    abstract void look(Sandbox sandbox, PaymentId id, List<CallOptions> options);
  }

  private static TossGateway toss(Sandbox sandbox) {
    return Gateways.toss(sandbox).build();
  }

  private static IamportGateway iamport(Sandbox sandbox) {
    return Gateways.iamport(sandbox).build();
  }

  private static CallOptions attempts(int attempts) {
    return CallOptions.builder().attempts(attempts).build();
  }

  private static CallOptions header(String name) {
    return CallOptions.builder().header(name, "1").build();
  }

  private PaymentId payment(Caller caller) {
    return caller.shop.checkout(sandbox, OrderId.of("order-1"), PRICE).paymentId();
  }

  private List<JournalEntry> lookups(Caller caller, PaymentId id) {
    return caller.shop.server(sandbox).journal().entries().stream()
        .filter(entry -> entry.path().equals(caller.shop.findPath(id)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void attempts_boundTheRequests(Caller caller) {
    PaymentId id = payment(caller);
    caller
        .shop
        .server(sandbox)
        .inject(Fault.status(503).on("GET", caller.shop.findPath(id)).always());

    for (int attempts = 1; attempts <= 2; attempts++) {
      List<CallOptions> options = List.of(attempts(attempts));
      assertThatThrownBy(() -> caller.look(sandbox, id, options))
          .isInstanceOf(PaymentException.class);
    }

    assertThat(lookups(caller, id)).hasSize(1 + 2);
  }

  @ParameterizedTest
  @EnumSource
  void deadline_endsTheCall(Caller caller) {
    PaymentId id = payment(caller);
    caller
        .shop
        .server(sandbox)
        .inject(Fault.of(STALL_BEFORE_EXECUTION).on("GET", caller.shop.findPath(id)).always());
    List<CallOptions> options =
        List.of(CallOptions.builder().deadline(Duration.ofMillis(250)).build());

    assertThatThrownBy(() -> caller.look(sandbox, id, options))
        .isInstanceOf(TransportException.class);
  }

  @ParameterizedTest
  @EnumSource
  void headers_goWithTheCall_butNotWithTheSharedToken(Caller caller) {
    PaymentId id = payment(caller);

    caller.look(sandbox, id, List.of(header("X-Request-Id")));

    assertThat(lookups(caller, id))
        .singleElement()
        .satisfies(entry -> assertThat(entry.header("X-Request-Id")).hasValue("1"));
    assertThat(caller.shop.server(sandbox).journal().entries())
        .filteredOn(entry -> entry.path().equals("/users/getToken"))
        .hasSize(caller.shop.tokenRequests())
        .allSatisfy(entry -> assertThat(entry.header("X-Request-Id")).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void optionsUponOptions_changeWhatTheyName_headersAsAWhole(Caller caller) {
    PaymentId id = payment(caller);
    caller.shop.server(sandbox).inject(Fault.status(503).on("GET", caller.shop.findPath(id)));

    assertThatThrownBy(
            () -> caller.look(sandbox, id, List.of(header("X-One"), header("X-Two"), attempts(1))))
        .isInstanceOf(PaymentException.class);

    assertThat(lookups(caller, id))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.header("X-One")).isEmpty();
              assertThat(entry.header("X-Two")).hasValue("1");
            });
  }

  @Test
  void callersKeyOnTheRequest_isTheOneOnTheWire() {
    try (TossGateway opened = toss(sandbox)) {
      TossGateway gateway = opened.with(header("X-Request-Id"));
      TossClient client = gateway.client();
      OrderId orderId = OrderId.of("order-1");
      PaymentId first = sandbox.buyer().onToss().authenticate(orderId, PRICE).paymentId();
      PaymentId second = sandbox.buyer().onToss().authenticate(orderId, PRICE).paymentId();

      gateway.confirm(
          ConfirmRequest.builder(first, orderId, PRICE).idempotencyKey(KEY + "-1").build());
      assertKey("-1");
      gateway.cancel(
          CancelRequest.partial(first, Money.krw(100), "r").idempotencyKey(KEY + "-2").build());
      assertKey("-2");
      client.confirm(TossConfirmRequest.of(second, orderId, PRICE).withIdempotencyKey(KEY + "-3"));
      assertKey("-3");
      client.cancel(TossCancelRequest.full(second, "r").idempotencyKey(KEY + "-4").build());
      assertKey("-4");
      assertThatThrownBy(() -> client.request("POST", "/v1/none", "{}", KEY + "-5"))
          .isInstanceOf(PaymentException.class);
      assertKey("-5");
    }
  }

  private void assertKey(String suffix) {
    JournalEntry post =
        sandbox.toss().journal().entries().stream()
            .filter(entry -> entry.method().equals("POST"))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(post.headers().get("idempotency-key")).containsExactly(KEY + suffix);
    assertThat(post.header("X-Request-Id")).hasValue("1");
  }

  @Test
  void callersKeyOnAConfirm_isRepeatedAfterALostAnswer() {
    try (TossGateway gateway = toss(sandbox)) {
      OrderId orderId = OrderId.of("order-1");
      PaymentId id = sandbox.buyer().onToss().authenticate(orderId, PRICE).paymentId();
      ConfirmRequest request =
          ConfirmRequest.builder(id, orderId, PRICE).idempotencyKey(KEY).build();
      sandbox.toss().inject(Fault.of(CUT_AFTER_READ).on("POST", "/v1/payments/confirm"));

      assertThat(gateway.confirm(request)).isInstanceOf(Confirmation.Confirmed.class);
      assertThat(confirmKeys()).containsExactly(KEY, KEY);
      assertThat(sandbox.toss().ledger(id).captures()).isEqualTo(1);
    }
  }

  @Test
  void callersKeyOnAConfirm_isFollowedByAnotherOnlyAfterARefusalAndALookup() {
    try (TossGateway gateway = toss(sandbox)) {
      OrderId orderId = OrderId.of("order-1");
      PaymentId id = sandbox.buyer().onToss().authenticate(orderId, PRICE).paymentId();
      ConfirmRequest request =
          ConfirmRequest.builder(id, orderId, PRICE).idempotencyKey(KEY).build();
      sandbox
          .toss()
          .inject(
              Fault.answer(
                      400,
                      "application/json",
                      "{\"code\":\"PROVIDER_ERROR\",\"message\":\"later\"}")
                  .on("POST", "/v1/payments/confirm"));

      assertThat(gateway.confirm(request)).isInstanceOf(Confirmation.Confirmed.class);
      List<String> keys = confirmKeys();
      assertThat(keys).hasSize(2).startsWith(KEY);
      assertThat(keys.get(1)).isNotEqualTo(KEY).hasSizeLessThanOrEqualTo(300);
      assertThat(sandbox.toss().ledger(id).captures()).isEqualTo(1);
    }
  }

  private List<String> confirmKeys() {
    return sandbox.toss().journal().entries().stream()
        .filter(entry -> entry.method().equals("POST"))
        .map(entry -> entry.header("Idempotency-Key").orElseThrow())
        .toList();
  }
}
