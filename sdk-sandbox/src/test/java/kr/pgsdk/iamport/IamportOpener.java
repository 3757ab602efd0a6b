package kr.pgsdk.iamport;

import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.time.Environment;

/** Opens the seams of the gateway to tests of other packages. */
public final class IamportOpener {
  private IamportOpener() {}

  /** Hands the gateway its surroundings. */
  public static IamportGateway.Builder in(IamportGateway.Builder builder, Environment environment) {
    return builder.environment(environment);
  }

  /** Hands the gateway what stands in for the network. */
  public static IamportGateway.Builder over(IamportGateway.Builder builder, Transport exchange) {
    return builder.transport(exchange);
  }
}
