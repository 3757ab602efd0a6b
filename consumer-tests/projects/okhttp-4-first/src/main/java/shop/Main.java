package shop;

import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** Expects both gateways to refuse at build time, with what to change. */
public final class Main {
  public static void main(String[] args) {
    requireRefusal(() -> IamportGateway.builder(IamportCredentials.of("key", "secret")).build());
    requireRefusal(() -> TossGateway.builder(TossSecretKey.of("test_sk_key")).build());
  }

  private static void requireRefusal(Runnable build) {
    try {
      build.run();
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
      if (e.getMessage().contains("4.12.0")
          && e.getMessage().contains("com.squareup.okhttp3:okhttp")) {
        return;
      }
    }
    throw new AssertionError("the gateway was built, or refused without saying what to change");
  }
}
