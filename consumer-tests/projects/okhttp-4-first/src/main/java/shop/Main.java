package shop;

import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** Expects both gateways, and the sandbox, to refuse at once, with what to change. */
public final class Main {
  public static void main(String[] args) {
    requireRefusal(() -> IamportGateway.builder(IamportCredentials.of("key", "secret")).build());
    requireRefusal(() -> TossGateway.builder(TossSecretKey.of("test_sk_key")).build());
    requireRefusal(Sandbox::start);
  }

  private static void requireRefusal(Runnable build) {
    try {
      build.run();
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
      if (e.getMessage().contains("remove the older com.squareup.okhttp3:okhttp")) {
        return;
      }
    }
    throw new AssertionError("nothing was refused, or without saying what to change");
  }
}
