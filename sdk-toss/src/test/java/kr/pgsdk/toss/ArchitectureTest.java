package kr.pgsdk.toss;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What this module may touch, and what of it a user sees; a new name here is a decision. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kr.pgsdk.toss");

  @Test
  void toss_touchesCoreAndTheJdkAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "kr.pgsdk.toss..",
            "kr.pgsdk.core..",
            "java.io..",
            "java.lang..",
            "java.math..",
            "java.net..",
            "java.nio.charset..",
            "java.security..",
            "java.time..",
            "java.util..",
            "javax.crypto..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void toss_neitherSleepsNorStartsThreadsNorAsksTheTime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent.locks..", "java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void noCircleBetweenPackages() {
    slices().matching("kr.pgsdk.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void publicTypes() {
    assertThat(
            CLASSES.stream()
                .filter(
                    c ->
                        c.getModifiers().contains(JavaModifier.PUBLIC)
                            && !c.getPackageName().endsWith(".internal"))
                .map(JavaClass::getName)
                .map(name -> name.substring("kr.pgsdk.toss.".length())))
        .containsExactlyInAnyOrder(
            "TossCancelRequest",
            "TossCancelRequest$Builder",
            "TossClient",
            "TossClient$Builder",
            "TossConfirmRequest",
            "TossGateway",
            "TossGateway$Builder",
            "TossScript",
            "TossSecretKey",
            "billing.TossBillingKey",
            "billing.TossBillingKeyRequest",
            "billing.TossBillingKeyRequest$Builder",
            "billing.TossBillingKeys",
            "billing.TossBillingTransfer",
            "billing.TossCardBillingKeyRequest",
            "billing.TossCardBillingKeyRequest$Builder",
            "billing.TossChargeRequest",
            "billing.TossChargeRequest$Builder",
            "brandpay.TossBrandpay",
            "brandpay.TossBrandpayAuthorization",
            "brandpay.TossBrandpayConfirmRequest",
            "brandpay.TossBrandpayConfirmRequest$Builder",
            "brandpay.TossBrandpayPaymentRequest",
            "brandpay.TossBrandpayPaymentRequest$Builder",
            "brandpay.TossBrandpayToken",
            "card.TossCardPayments",
            "card.TossKeyInRequest",
            "card.TossKeyInRequest$Builder",
            "model.TossCancelStatus",
            "model.TossCancellation",
            "model.TossCard",
            "model.TossCashReceipt",
            "model.TossCashReceiptStatus",
            "model.TossCashReceiptTransaction",
            "model.TossCashReceiptType",
            "model.TossEasyPay",
            "model.TossErrorCode",
            "model.TossErrorCode$Retryable",
            "model.TossFailure",
            "model.TossGiftCertificate",
            "model.TossMobilePhone",
            "model.TossObject",
            "model.TossPayment",
            "model.TossRefundReceiveAccount",
            "model.TossTransfer",
            "model.TossVirtualAccount",
            "open.TossOpenAnswer",
            "open.TossOpenRequest",
            "open.TossOpenRequest$Builder",
            "promotion.TossCardPromotions",
            "promotion.TossPromotionList",
            "promotion.TossPromotions",
            "receipt.TossCashReceiptCancelRequest",
            "receipt.TossCashReceiptCancelRequest$Builder",
            "receipt.TossCashReceiptRequest",
            "receipt.TossCashReceiptRequest$Builder",
            "receipt.TossCashReceipts",
            "settlement.TossFeeType",
            "settlement.TossSettlement",
            "settlement.TossSettlementDate",
            "settlement.TossSettlementFee",
            "settlement.TossSettlementQuery",
            "settlement.TossSettlementQuery$Builder",
            "settlement.TossSettlementRequest",
            "settlement.TossSettlementRequest$Builder",
            "settlement.TossSettlements",
            "submall.TossSubMalls",
            "transaction.TossTransaction",
            "transaction.TossTransactionQuery",
            "transaction.TossTransactionQuery$Builder",
            "transaction.TossTransactions",
            "virtualaccount.TossEscrowProduct",
            "virtualaccount.TossVirtualAccountRequest",
            "virtualaccount.TossVirtualAccountRequest$Builder",
            "virtualaccount.TossVirtualAccounts",
            "webhook.TossEvent",
            "webhook.TossFailRedirect",
            "webhook.TossSecurityKey",
            "webhook.TossSuccessRedirect",
            "webhook.TossWebhook");
  }
}
