package shop;

import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import okhttp3.OkHttpClient;

/** Expects a payment's request to pass through the shop's own client. */
public final class Main {
  public static void main(String[] args) {
    AtomicInteger requests = new AtomicInteger();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  requests.incrementAndGet();
                  return chain.proceed(chain.request());
                })
            .build();
    OrderId order = OrderId.random();
    Money price = Money.krw(15_000);
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway toss =
            TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).client(client).build())
                .build()) {
      Confirmation confirmation =
          toss.confirm(
              ConfirmRequest.builder(
                      sandbox.buyer().onToss().authenticate(order, price).paymentId(), order, price)
                  .build());
      if (!(confirmation instanceof Confirmation.Confirmed) || requests.get() != 1) {
        throw new IllegalStateException(confirmation + " by " + requests + " requests");
      }
    }
    client.dispatcher().executorService().shutdown();
  }
}
