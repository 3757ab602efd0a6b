package kr.pgsdk.sandbox;

import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** The SDK's gateway objects with a sandbox's credentials and address. */
public final class Gateways {
  private Gateways() {}

  /** Returns Iamport's; other options need the address again. */
  public static IamportGateway.Builder iamport(Sandbox sandbox) {
    return IamportGateway.builder(
            IamportCredentials.of(sandbox.iamportKey(), sandbox.iamportSecret()))
        .http(HttpOptions.builder().baseUrl(sandbox.iamportUrl()).build());
  }

  /** Returns Toss's; other options need the address again. */
  public static TossGateway.Builder toss(Sandbox sandbox) {
    return TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
        .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build());
  }
}
