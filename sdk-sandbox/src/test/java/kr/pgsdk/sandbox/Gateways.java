package kr.pgsdk.sandbox;

import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneGateway;
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

  /** Returns PortOne's, through the channel that captures; other options need the address again. */
  public static PortOneGateway.Builder portOne(Sandbox sandbox) {
    return PortOneGateway.builder(PortOneApiSecret.of(sandbox.portOneApiSecret()))
        .storeId(sandbox.portOneStoreId())
        .channelKey(sandbox.portOneChannelKey())
        .http(HttpOptions.builder().baseUrl(sandbox.portOneUrl()).build());
  }

  /** Returns Toss's; other options need the address again. */
  public static TossGateway.Builder toss(Sandbox sandbox) {
    return TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
        .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build());
  }
}
