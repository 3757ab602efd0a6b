package kr.pgsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.verify.PaymentExpectation;
import kr.pgsdk.core.verify.PaymentVerifier;
import kr.pgsdk.core.webhook.RejectedRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exceptions, and the values that say where money is, survive Java serialization: a session, a
 * cache, a queue or a job's context may hold them. Each public type is either tried here, or named
 * among those that stay where they are.
 */
class SerializationTest {
  private static final GatewayTerms TERMS =
      new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount");
  private static final PaymentId ID = PaymentId.of("p-1");
  private static final OrderId ORDER = OrderId.of("주문-1");
  private static final Money PRICE = Money.krw(15_000);
  private static final Instant AT = Instant.parse("2026-03-01T00:00:00.123456789Z");

  /** Requests and settings are made where they are used; what holds a secret never travels. */
  private static final Set<String> STAY =
      Set.of(
          "BillingGateway",
          "BillingKey",
          "BillingKeyDetails",
          "BillingKeyLookup",
          "BillingKeyRequest",
          "CallOptions",
          "CardData",
          "ChargeRequest",
          "CheckoutMethod",
          "CheckoutOptions",
          "CheckoutParameters",
          "ConfirmRequest",
          "NotConfirmedBuilder",
          "OpenEnum",
          "PaymentGateway",
          "Preparation",
          "PrepareRequest",
          "RefundAccount",
          "TransactionList",
          "async.AsyncCall",
          "async.AsyncPaymentGateway",
          "auth.AuthToken",
          "auth.TokenStore",
          "error.ErrorCode",
          "http.AttemptEvent",
          "http.CallEvent",
          "http.CallListener",
          "http.HttpOptions",
          "http.RetryPolicy",
          "http.Timeouts",
          "verify.PaymentExpectation",
          "verify.PaymentVerifier",
          "webhook.Parameters",
          "webhook.SourceAddresses",
          "webhook.UntrustedPayment",
          "webhook.UntrustedReturn",
          "webhook.WebhookRequest");

  private static Payment payment() {
    return Payment.builder(
            TERMS, ID, ORDER, PRICE, new PaymentStatus(PaymentStatus.Known.PAID, "paid"))
        .balance(Money.krw(10_000))
        .cancelled(Money.krw(5_000))
        .method("card")
        .orderName("티셔츠")
        .paidAt(AT)
        .test(true)
        .virtualAccount(account())
        .card(CardPayment.of("361", "5409-26**-****-1234", 3))
        .receiptUrl("https://receipt.example.com/1")
        .webhookSecret("ps_1")
        .cancels(List.of(cancel()))
        .refundStatus(RefundStatus.PENDING)
        .promotion(promotion())
        .failure("F1", "why")
        .build();
  }

  private static VirtualAccount account() {
    return VirtualAccount.of("88", "12345678901234", "김토페", AT);
  }

  private static PaymentCancel cancel() {
    return PaymentCancel.of("c-1", Money.krw(5_000), PaymentCancel.State.DONE, "why", AT);
  }

  private static Promotion promotion() {
    return Promotion.of("promo-1", Money.krw(100));
  }

  private static Mismatch mismatch() {
    return new Mismatch(Mismatch.Field.AMOUNT, "amount", "15000", "1");
  }

  private static CancelRequest cancelRequest() {
    return CancelRequest.partial(ID, Money.krw(5_000), "one item 😀 returned")
        .orderId(ORDER)
        .reference("return-17")
        .refundAccount(RefundAccount.of("88", "110123456789", "김토페"))
        .build();
  }

  private static ErrorDetails details() {
    return ErrorDetails.builder("testpay")
        .httpStatus(429)
        .gatewayCode("BUSY")
        .gatewayMessage("잠시 후")
        .traceId("trace-1")
        .retryable(true)
        .retryAfter(Duration.ofSeconds(7))
        .cause(new IOException("cut"))
        .build();
  }

  /** Every public value that travels, with all that it can hold. */
  static Stream<Serializable> values() {
    return Stream.of(
        ID,
        ORDER,
        PRICE,
        Money.of(new BigDecimal("544.68"), "USD"),
        Money.zero("MUSD"),
        new PaymentStatus(PaymentStatus.Known.UNKNOWN, "SOMETHING_NEW"),
        PaymentLookup.byPaymentId(ID),
        PaymentLookup.byOrderId(ORDER),
        TERMS,
        mismatch(),
        cancelRequest(),
        CancelRequest.full(ID, "all").build(),
        payment(),
        Payment.builder(TERMS, ID, ORDER, PRICE, payment().status()).build(),
        cancel(),
        cancel().madeOutside(),
        PaymentCancel.of(null, PRICE, PaymentCancel.State.PENDING, null, null),
        CardPayment.of("361", "5409-26**-****-1234", 3),
        CardPayment.of(null, "****", null),
        promotion(),
        account(),
        VirtualAccount.of(null, "1", null, null),
        Refusal.of(Errors.make().gateway("no", details())),
        Refusal.ofFailure(null, null),
        Transaction.of(ID, ORDER, Transaction.Kind.CANCEL, PRICE, "t-1", AT),
        Transaction.of(ID, null, Transaction.Kind.CAPTURE, PRICE, null, AT),
        new Confirmation.Confirmed(payment(), Confirmation.Confirmed.Capture.BY_THIS_CALL),
        new Confirmation.AwaitingDeposit(payment()),
        notConfirmed(),
        NotConfirmed.builder(TERMS, Reason.NOT_FOUND, MoneyHeld.UNKNOWN).build(),
        new Cancellation.Cancelled(payment(), PRICE),
        new Cancellation.Pending(payment(), null),
        new Cancellation.AlreadyCancelled(payment()),
        PaymentVerifier.verify(PaymentExpectation.of(ORDER, ID, Money.krw(1)), payment()),
        PaymentVerifier.verify(
            PaymentExpectation.of(ORDER, ID, PRICE),
            Payment.builder(TERMS, ID, ORDER, PRICE, payment().status()).balance(PRICE).build()),
        RefundStatus.PARTIAL_FAILED,
        CancelRequester.CUSTOMER,
        Errors.make().gateway("gateway", details()),
        Errors.make().authentication("authentication", details()),
        Errors.make().transport("transport", details()),
        Errors.make().malformed("malformed", details()),
        Errors.make()
            .outcomeUnknown("unknown", details(), PaymentLookup.byPaymentId(ID), cancelRequest()),
        Errors.make().outcomeUnknown("unknown", details(), null, null),
        Errors.make().verification("verification", TERMS, List.of(mismatch())),
        new RejectedRequestException(413, "too much"));
  }

  private static NotConfirmed notConfirmed() {
    return NotConfirmed.builder(TERMS, Reason.MISMATCH, MoneyHeld.YES)
        .mismatches(List.of(mismatch()))
        .payment(payment())
        .refusal(Refusal.of(Errors.make().gateway("no", details())))
        .refund(NotConfirmed.Refund.PENDING)
        .advice("look")
        .build();
  }

  @ParameterizedTest
  @MethodSource("values")
  void comesBackWithAllItHas(Serializable value) throws Exception {
    assertThat(copy(value))
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        // A cancel request's locks and callbacks are its process's own; its text is compared below.
        .ignoringFieldsOfTypes(CancelRequest.class)
        .ignoringFields("stackTrace", "cause.stackTrace", "suppressedExceptions", "backtrace")
        .isEqualTo(value);
    if (value instanceof CancelRequest request) {
      assertThat(((CancelRequest) copy(request)).toText()).isEqualTo(request.toText());
    }
  }

  /** What the exceptions promise, by their own methods. */
  @Test
  void doubt_keepsWhatToAskAndWhatToHandInAgain() throws Exception {
    OutcomeUnknownException doubt =
        (OutcomeUnknownException)
            copy(
                Errors.make()
                    .outcomeUnknown(
                        "unknown", details(), PaymentLookup.byPaymentId(ID), cancelRequest()));

    assertThat(doubt.lookup()).isEqualTo(PaymentLookup.byPaymentId(ID));
    assertThat(doubt.pendingCancel().orElseThrow().refundAccount().orElseThrow().number())
        .isEqualTo("110123456789");
    assertThat(doubt.pendingCancel().orElseThrow().reference()).contains("return-17");
    assertThat(doubt.traceId()).contains("trace-1");
    assertThat(doubt.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(doubt.httpStatus()).hasValue(429);
    assertThat(doubt.gatewayCode()).contains("BUSY");
    assertThat(doubt.gatewayMessage()).contains("잠시 후");
    assertThat(doubt.getCause()).hasMessage("cut");
    VerificationException wrong =
        (VerificationException)
            copy(Errors.make().verification("wrong", TERMS, List.of(mismatch())));
    assertThat(wrong.mismatches()).containsExactly(mismatch());
  }

  @Test
  void everyPublicType_isTriedHere_orStays() {
    Map<String, Boolean> tried = new HashMap<>();
    values().forEach(value -> tried.put(name(value.getClass()), true));
    tried.put("error.PaymentException", true); // abstract
    Stream<String> here =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("kr.pgsdk.core")
                .stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .filter(c -> !c.getPackageName().startsWith("kr.pgsdk.core.internal"))
                .map(c -> c.getName().substring("kr.pgsdk.core.".length()));

    assertThat(here)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(tried.keySet().stream(), STAY.stream()).toList());
  }

  private static String name(Class<?> type) {
    Class<?> top = type.getDeclaringClass() == null ? type : type.getDeclaringClass();
    return top.getName().substring("kr.pgsdk.core.".length());
  }

  @Test
  void everyExceptionOfTheSdk_keepsAllItsFields() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("kr.pgsdk")
                    .stream()
                    .filter(type -> type.isAssignableTo(Throwable.class))
                    .flatMap(type -> type.getFields().stream())
                    .filter(field -> field.getModifiers().contains(JavaModifier.TRANSIENT)))
        .isEmpty();
  }

  /** A stream is untrusted: what it brings goes through the value's factory. */
  @Test
  void streamThatBreaksARule_isRefused() throws Exception {
    byte[] stream = bytes(Money.krw(15_000));
    byte[] negative =
        hex(stream).replace(hex("15000"), hex("-1500")).transform(HexFormat.of()::parseHex);

    assertThatThrownBy(() -> read(negative)).isInstanceOf(InvalidObjectException.class);
    byte[] id =
        hex(bytes(OrderId.of("order-1")))
            .replace(hex("er-1"), hex("er\n1"))
            .transform(HexFormat.of()::parseHex);
    assertThatThrownBy(() -> read(id)).isInstanceOf(InvalidObjectException.class);
    byte[] cancel =
        hex(bytes(cancelRequest()))
            .replace(hex("&end"), hex("&enX"))
            .transform(HexFormat.of()::parseHex);
    assertThatThrownBy(() -> read(cancel)).isInstanceOf(InvalidObjectException.class);
  }

  private static Object copy(Serializable value) throws Exception {
    return read(bytes(value));
  }

  private static byte[] bytes(Serializable value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
