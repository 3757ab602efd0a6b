package kr.pgsdk.iamport;

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

/** What this module may touch, and what a user can see of it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kr.pgsdk.iamport");

  @Test
  void room_isCoreAndTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "kr.pgsdk.iamport..",
            "kr.pgsdk.core..",
            "java.lang..",
            "java.math..",
            "java.net",
            "java.nio.charset..",
            "java.time..",
            "java.util..",
            "org.jspecify..",
            "org.slf4j..")
        .check(CLASSES);
  }

  @Test
  void nobodySleepsPrintsOrLooksAtTheClock() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
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
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().endsWith(".internal"))
                .map(JavaClass::getName)
                .map(name -> name.substring("kr.pgsdk.iamport.".length())))
        .containsExactlyInAnyOrder(
            "IamportCancelRequest",
            "IamportCancelRequest$Builder",
            "IamportCancelRequest$Requester",
            "IamportClient",
            "IamportClient$Builder",
            "IamportCredentials",
            "IamportGateway",
            "IamportGateway$Builder",
            "IamportSorting",
            "IamportStatusFilter",
            "IamportTier",
            "IamportTokenHeader",
            "benepia.IamportBenepia",
            "benepia.IamportBenepiaPaymentRequest",
            "benepia.IamportBenepiaPaymentRequest$Builder",
            "benepia.IamportBenepiaPoint",
            "certification.IamportCarrier",
            "certification.IamportCertification",
            "certification.IamportCertifications",
            "certification.IamportOtpRequest",
            "certification.IamportOtpRequest$Builder",
            "certification.IamportOtpVerification",
            "certification.IamportVerificationMethod",
            "code.IamportBanks",
            "code.IamportCards",
            "code.IamportStandardCode",
            "cvs.IamportConvenienceStoreRequest",
            "cvs.IamportConvenienceStoreRequest$Builder",
            "cvs.IamportConvenienceStores",
            "escrow.IamportEscrow",
            "escrow.IamportEscrowDelivery",
            "escrow.IamportEscrowParcel",
            "escrow.IamportEscrowParcel$Builder",
            "escrow.IamportEscrowParty",
            "escrow.IamportEscrowParty$Builder",
            "escrow.IamportEscrowProduct",
            "escrow.IamportEscrowProduct$Builder",
            "escrow.IamportEscrowRequest",
            "escrow.IamportEscrowRequest$Builder",
            "kcpquick.IamportKcpQuick",
            "kcpquick.IamportKcpQuickAutopayKey",
            "kcpquick.IamportKcpQuickAutopayRequest",
            "kcpquick.IamportKcpQuickAutopayRequest$Builder",
            "kcpquick.IamportKcpQuickMember",
            "kcpquick.IamportKcpQuickMoneyRequest",
            "kcpquick.IamportKcpQuickMoneyRequest$Builder",
            "kcpquick.IamportKcpQuickPrepareRequest",
            "kcpquick.IamportKcpQuickPrepareRequest$Builder",
            "merchant.IamportChannel",
            "merchant.IamportChannelType",
            "merchant.IamportChannels",
            "merchant.IamportSubMerchant",
            "merchant.IamportTiers",
            "billing.IamportBillingChannel",
            "billing.IamportBillingKey",
            "billing.IamportBillingKeyPaymentBuilder",
            "billing.IamportBillingKeyRequest",
            "billing.IamportBillingKeyRequest$Builder",
            "billing.IamportBillingKeys",
            "billing.IamportCardPaymentRequest",
            "billing.IamportCardPaymentRequest$Builder",
            "billing.IamportCardPayments",
            "billing.IamportChargeRequest",
            "billing.IamportChargeRequest$Builder",
            "billing.IamportFailedChannel",
            "billing.IamportFailureType",
            "billing.IamportPaymentBuilder",
            "model.IamportBalance",
            "model.IamportBalance$Breakdown",
            "model.IamportBalance$Parts",
            "model.IamportBuyer",
            "model.IamportBuyer$Builder",
            "model.IamportCancellation",
            "model.IamportDeposit",
            "model.IamportObject",
            "model.IamportPayment",
            "model.IamportPreparedPayment",
            "model.IamportProductType",
            "model.IamportPromotion",
            "partner.IamportPartnerReceipt",
            "partner.IamportPartnerReceipt$Builder",
            "partner.IamportPartnerReceiptResult",
            "partner.IamportPartners",
            "payco.IamportPayco",
            "payco.IamportPaycoOrder",
            "payco.IamportPaycoOrderStatus",
            "paymentwall.IamportPaymentwall",
            "paymentwall.IamportPaymentwallDelivery",
            "paymentwall.IamportPaymentwallDeliveryRequest",
            "paymentwall.IamportPaymentwallDeliveryRequest$Builder",
            "paymentwall.IamportPaymentwallProductType",
            "paymentwall.IamportPaymentwallStatus",
            "naverpay.IamportNaverAddress",
            "naverpay.IamportNaverCashAmount",
            "naverpay.IamportNaverDelivery",
            "naverpay.IamportNaverDeliveryCompany",
            "naverpay.IamportNaverDeliveryMethod",
            "naverpay.IamportNaverOrderer",
            "naverpay.IamportNaverOrders",
            "naverpay.IamportNaverOutcome",
            "naverpay.IamportNaverPay",
            "naverpay.IamportNaverProductOrder",
            "naverpay.IamportNaverReason",
            "naverpay.IamportNaverRequester",
            "naverpay.IamportNaverReview",
            "naverpay.IamportNaverReviewType",
            "naverpay.IamportNaverWithholdReason",
            "receipt.IamportCashReceipt",
            "receipt.IamportCashReceiptRequest",
            "receipt.IamportCashReceiptRequest$Builder",
            "receipt.IamportCashReceiptType",
            "receipt.IamportCashReceipts",
            "receipt.IamportExternalCashReceiptRequest",
            "receipt.IamportExternalCashReceiptRequest$Builder",
            "receipt.IamportReceiptIdentifier",
            "virtualaccount.IamportVirtualAccountChange",
            "virtualaccount.IamportVirtualAccountChange$Builder",
            "virtualaccount.IamportVirtualAccountRequest",
            "virtualaccount.IamportVirtualAccountRequest$Builder",
            "virtualaccount.IamportVirtualAccounts",
            "schedule.IamportSchedule",
            "schedule.IamportSchedule$Builder",
            "schedule.IamportScheduleQuery",
            "schedule.IamportScheduleRequest",
            "schedule.IamportScheduleRequest$Builder",
            "schedule.IamportScheduleStatus",
            "schedule.IamportScheduledPayment",
            "schedule.IamportScheduledPaymentStatus",
            "schedule.IamportSchedules",
            "webhook.IamportConfirmProcess",
            "webhook.IamportConfirmProcess$Answer",
            "webhook.IamportRedirect",
            "webhook.IamportWebhook");
  }
}
