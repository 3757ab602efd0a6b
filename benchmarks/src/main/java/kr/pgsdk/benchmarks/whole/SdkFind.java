package kr.pgsdk.benchmarks.whole;

import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** Finds one payment with the SDK, prints it, and ends: {@link BareFind} does the same without. */
final class SdkFind {
  private SdkFind() {}

  /** Takes the gateway ({@code TOSS}, {@code IAMPORT}), its address, and the payment's id. */
  public static void main(String[] args) {
    try (PaymentGateway gateway = gateway(args[0], args[1])) {
      Payment payment =
          gateway.find(PaymentLookup.byPaymentId(PaymentId.of(args[2]))).orElseThrow();
      System.out.println(
          String.join(
              " ",
              payment.paymentId().value(),
              payment.orderId().value(),
              payment.status().gatewayWord(),
              payment.amount().toPlainString(),
              payment.amount().currency(),
              payment.balance().toPlainString(),
              payment.method().orElse("-"),
              payment.orderName().orElse("-"),
              Long.toString(payment.paidAt().orElseThrow().getEpochSecond())));
    }
  }

  private static PaymentGateway gateway(String name, String url) {
    HttpOptions http = HttpOptions.builder().baseUrl(url).build();
    return name.equals("TOSS")
        ? TossGateway.builder(TossSecretKey.of("test_sk_benchmarks")).http(http).build()
        : IamportGateway.builder(IamportCredentials.of("key", "secret")).http(http).build();
  }
}
