package kr.pgsdk.sandbox.async;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;

/**
 * One of several processes that share a token: looks a payment up for each line it reads.
 * Arguments: Iamport's URL, key and secret, the store's file.
 */
final class TokenProcess {
  private TokenProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (PaymentGateway gateway =
            IamportGateway.builder(IamportCredentials.of(arguments[1], arguments[2]))
                .http(HttpOptions.builder().baseUrl(arguments[0]).build())
                .tokenStore(new FileTokenStore(Path.of(arguments[3])))
                .build();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String id = in.readLine(); id != null; id = in.readLine()) {
        System.out.println(
            "found " + gateway.find(PaymentLookup.byPaymentId(PaymentId.of(id))).isPresent());
      }
    }
  }
}
