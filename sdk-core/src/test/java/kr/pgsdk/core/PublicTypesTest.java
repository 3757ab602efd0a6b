package kr.pgsdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What a user can see; a new name here is a decision. */
class PublicTypesTest {
  @Test
  void publicTypes() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("kr.pgsdk.core")
                    .stream()
                    .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(JavaClass::isTopLevelClass)
                    .filter(c -> !c.getPackageName().startsWith("kr.pgsdk.core.internal"))
                    .map(c -> c.getName().substring("kr.pgsdk.core.".length())))
        .containsExactlyInAnyOrder(
            "BillingGateway",
            "BillingKey",
            "BillingKeyDetails",
            "BillingKeyLookup",
            "BillingKeyRequest",
            "CallOptions",
            "CancelRequest",
            "CancelRequester",
            "Cancellation",
            "CardData",
            "ChargeRequest",
            "CardPayment",
            "ConfirmRequest",
            "CheckoutMethod",
            "CheckoutOptions",
            "CheckoutParameters",
            "Confirmation",
            "GatewayTerms",
            "Mismatch",
            "Money",
            "OpenEnum",
            "OrderId",
            "Payment",
            "PaymentCancel",
            "PaymentGateway",
            "PaymentId",
            "PaymentLookup",
            "PaymentStatus",
            "Preparation",
            "PrepareRequest",
            "Promotion",
            "Refusal",
            "RefundAccount",
            "RefundStatus",
            "Transaction",
            "TransactionList",
            "VirtualAccount",
            "async.AsyncCall",
            "async.AsyncPaymentGateway",
            "auth.AuthToken",
            "auth.TokenStore",
            "error.AuthenticationException",
            "error.GatewayException",
            "error.MalformedResponseException",
            "error.OutcomeUnknownException",
            "error.PaymentException",
            "error.TransportException",
            "error.VerificationException",
            "http.AttemptEvent",
            "http.CallEvent",
            "http.CallListener",
            "http.HttpOptions",
            "http.RetryPolicy",
            "http.Timeouts",
            "verify.PaymentExpectation",
            "verify.PaymentVerifier",
            "verify.Verification",
            "webhook.Parameters",
            "webhook.RejectedRequestException",
            "webhook.SourceAddresses",
            "webhook.UntrustedPayment",
            "webhook.UntrustedReturn",
            "webhook.WebhookRequest");
  }
}
