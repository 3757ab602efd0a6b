package kr.pgsdk.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.CardPayment;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.verify.PaymentExpectation;
import kr.pgsdk.core.verify.PaymentVerifier;
import kr.pgsdk.spring.CheckoutPage;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.model.TossPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page is shown of an outcome: the same JSON by both Jacksons. */
class ShownJsonTest {
  private static final Instant AT = Instant.parse("2026-11-29T01:02:03Z");

  @ParameterizedTest
  @MethodSource("kr.pgsdk.spring.json.Mapper#both")
  void confirmation_isItsStateAlone(Mapper mapper) throws Exception {
    Confirmation refused =
        NotConfirmed.builder(
                TossPayment.TERMS, NotConfirmed.Reason.REFUSED, NotConfirmed.MoneyHeld.NO)
            .build();
    assertThat(mapper.write(Map.of("confirmation", refused)))
        .isEqualTo(
            "{\"confirmation\":{\"state\":\"NOT_CONFIRMED\",\"reason\":\"REFUSED\","
                + "\"moneyHeld\":\"NO\"}}");
  }

  private static Payment payment() {
    return Payment.builder(
            TossPayment.TERMS,
            PaymentId.of("key_1"),
            OrderId.of("order_1"),
            Money.krw(15_000),
            new PaymentStatus(Known.PARTIALLY_CANCELLED, "PARTIAL_CANCELED"))
        .balance(Money.krw(10_000))
        .cancelled(Money.krw(5_000))
        .cancels(List.of(PaymentCancel.of("c", Money.krw(5_000), State.DONE, "canary", AT)))
        .card(CardPayment.of("11", "1234", 0))
        .method("카드")
        .orderName("T-shirt")
        .paidAt(AT)
        .receiptUrl("https://receipt.example/1")
        .webhookSecret("canary")
        .failure("canary", "canary")
        .test(true)
        .build();
  }

  static Stream<Arguments> shown() {
    TossGateway toss = TossGateway.builder(TossSecretKey.of("test_sk_canary")).build();
    Preparation preparation =
        toss.prepare(
            PrepareRequest.builder(OrderId.of("order_1"), Money.krw(15_000))
                .orderName("T-shirt")
                .build());
    Merchant merchant = Merchant.builder("toss", toss).publicKey("test_ck_page").build();
    String ids = "'orderId':'order_1','paymentId':'key_1'";
    String won = "{'amount':%d,'currency':'KRW'}";
    String cancel =
        "{'amount':" + won.formatted(5_000) + ",'state':'DONE','cancelledAt':'" + AT + "'}";
    String arguments = preparation.checkout().toJson().replace('"', '\'');
    return Stream.of(
        arguments(CheckoutMethod.CARD, "'" + CheckoutMethod.CARD.text() + "'"),
        arguments(new PaymentStatus(Known.PAID, "DONE"), "'PAID'"),
        arguments(
            payment(),
            "{'gateway':'toss',"
                + ids
                + ",'status':'PARTIALLY_CANCELLED','amount':"
                + won.formatted(15_000)
                + ",'cancelled':"
                + won.formatted(5_000)
                + ",'balance':"
                + won.formatted(10_000)
                + ",'orderName':'T-shirt','method':'카드','paidAt':'"
                + AT
                + "','card':{'issuerCode':'11','lastDigits':'1234','installmentMonths':0},"
                + "'receiptUrl':'https://receipt.example/1','cancels':["
                + cancel
                + "],'test':true}"),
        arguments(payment().cancels().get(0), cancel),
        arguments(
            VirtualAccount.of("20", "123-456", "Shop", AT),
            "{'bankCode':'20','number':'123-456','holder':'Shop','dueAt':'" + AT + "'}"),
        arguments(CardPayment.of("11", null, null), "{'issuerCode':'11'}"),
        arguments(
            Promotion.of("p1", Money.krw(1_000)),
            "{'id':'p1','discount':" + won.formatted(1_000) + "}"),
        arguments(
            Refusal.ofFailure("REJECT_CARD_COMPANY", "한도 초과"),
            "{'code':'REJECT_CARD_COMPANY','message':'한도 초과','retryable':false}"),
        arguments(
            new Cancellation.Cancelled(payment(), Money.krw(5_000)),
            "{'state':'CANCELLED',"
                + ids
                + ",'cancelledNow':"
                + won.formatted(5_000)
                + ",'balance':"
                + won.formatted(10_000)
                + "}"),
        arguments(
            new Confirmation.Confirmed(payment(), Capture.BY_THIS_CALL),
            "{'state':'CONFIRMED'," + ids + "}"),
        arguments(
            Transaction.of(
                PaymentId.of("key_1"),
                OrderId.of("order_1"),
                Transaction.Kind.CAPTURE,
                Money.krw(15_000),
                "t1",
                AT),
            "{'id':'t1',"
                + ids
                + ",'kind':'CAPTURE','amount':"
                + won.formatted(15_000)
                + ",'at':'"
                + AT
                + "'}"),
        arguments(
            PaymentVerifier.verify(
                PaymentExpectation.of(OrderId.of("canary"), Money.krw(15_000)), payment()),
            "{'match':false}"),
        arguments(
            new BillingKeyDetails(BillingKey.of("canary"), "신한", "1234-****", AT),
            "{'issuer':'신한','maskedNumber':'1234-****','issuedAt':'" + AT + "'}"),
        arguments(
            new Mismatch(Mismatch.Field.AMOUNT, "amount", "1", "2"),
            "{'field':'AMOUNT','fieldName':'amount','expected':'1','actual':'2'}"),
        arguments(preparation.checkout(), arguments),
        arguments(
            preparation,
            "{'orderId':'order_1','money':"
                + won.formatted(15_000)
                + ",'checkout':"
                + arguments
                + "}"),
        arguments(
            CheckoutPage.of(merchant, preparation),
            "{'merchant':'toss','scriptUrl':'https://js.tosspayments.com/v2/standard',"
                + "'publicKey':'test_ck_page','arguments':"
                + arguments
                + "}"));
  }

  @ParameterizedTest
  @MethodSource
  void shown(Object value, String json) throws Exception {
    for (Mapper mapper : Mapper.both().toList()) {
      String written = mapper.write(value);
      assertThat(written.replace('"', '\'')).isEqualTo(json);
      assertThat(written).doesNotContain("canary");
    }
  }

  /** A new outcome in core is shown to pages, or it is a decision that it isn't. */
  @Test
  void everyOutcomeOfCore_isShown_orKeptFromPages() {
    Set<String> shown =
        Shown.ALL.stream().map(one -> one.type().getSimpleName()).collect(Collectors.toSet());
    shown.addAll(Set.of("Money", "OrderId", "PaymentId"));
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("kr.pgsdk.core")
                    .stream()
                    .filter(type -> type.getPackageName().equals("kr.pgsdk.core"))
                    .filter(type -> type.isTopLevelClass() && !type.isEnum() && !type.isRecord())
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .map(JavaClass::getSimpleName)
                    .filter(
                        name -> !name.matches(".*(Request|Builder|Options|Gateway|Lookup|List)"))
                    .filter(name -> !shown.contains(name)))
        .as("what a shop holds, and no page")
        .containsExactlyInAnyOrder("BillingKey", "CardData", "CheckoutMethod", "RefundAccount");
  }
}
