package kr.pgsdk.sandbox.async;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.async.AsyncPaymentGateway;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The code in docs/async.md and docs/token-store.md. A test runs it and holds the pages to it. */
final class DocsSnippets {
  private final Shop shop;

  DocsSnippets(Shop shop) {
    this.shop = shop;
  }

  /** What a shop does with what it hears. */
  interface Shop {
    void settle(Confirmation result);

    void report(Throwable failure);

    void askAgainLater(PaymentLookup lookup);
  }

  static AsyncPaymentGateway open(PaymentGateway gateway) {
    // snippet open
    ExecutorService executor =
        AsyncPaymentGateway.newExecutor(32); // yours: shut it down at the end
    AsyncPaymentGateway async = AsyncPaymentGateway.of(gateway, executor);
    // end
    return async;
  }

  // snippet confirm
  AsyncCall<Confirmation> confirm(AsyncPaymentGateway async, ConfirmRequest request) {
    AsyncCall<Confirmation> call = async.confirm(request);
    call.outcome()
        .whenComplete(
            (result, failure) -> {
              if (failure == null) {
                shop.settle(result); // also if it came just as you gave up
              } else if (failure instanceof OutcomeUnknownException unknown) {
                shop.askAgainLater(unknown.lookup()); // neither paid nor refused
              } else if (failure instanceof PaymentException) {
                shop.report(failure); // surely not executed by this call
              } else { // a mistake in the program, or a JVM that breaks down
                shop.askAgainLater(PaymentLookup.byPaymentId(request.paymentId()));
              }
            });
    return call; // call.cancel(true), or call.orTimeout(...), gives up
  }

  // end

  static OkHttpClient client() {
    // snippet pool
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(200, 5, TimeUnit.MINUTES))
            .build();
    HttpOptions http = HttpOptions.builder().client(client).build();
    // end
    return http.client().orElseThrow();
  }

  static AsyncPaymentGateway hurried(AsyncPaymentGateway async) {
    // snippet options
    AsyncPaymentGateway hurried =
        async.with(CallOptions.builder().deadline(Duration.ofSeconds(5)).attempts(1).build());
    // end
    return hurried;
  }

  static PaymentGateway shared(String apiKey, String apiSecret) {
    // snippet shared
    PaymentGateway gateway =
        IamportGateway.builder(IamportCredentials.of(apiKey, apiSecret))
            .tokenStore(new FileTokenStore(Path.of("/run/shop/iamport-token")))
            .build();
    // end
    return gateway;
  }
}
