package kr.pgsdk.portone;

import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.time.Environment;

/** Opens the seams of the gateway to tests of other packages. */
public final class PortOneOpener {
  private PortOneOpener() {}

  /** Hands the gateway its surroundings. */
  public static PortOneGateway.Builder in(PortOneGateway.Builder builder, Environment environment) {
    return builder.environment(environment);
  }

  /** Hands the gateway what stands in for the network. */
  public static PortOneGateway.Builder over(PortOneGateway.Builder builder, Transport exchange) {
    return builder.transport(exchange);
  }
}
