package kr.pgsdk.toss;

import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.time.Environment;

/** Opens the seams of the gateway to tests of other packages. */
public final class TossOpener {
  private TossOpener() {}

  /** Hands the gateway its surroundings. */
  public static TossGateway.Builder in(TossGateway.Builder builder, Environment environment) {
    return builder.environment(environment);
  }

  /** Hands the gateway what stands in for the network. */
  public static TossGateway.Builder over(TossGateway.Builder builder, Transport exchange) {
    return builder.transport(exchange);
  }
}
