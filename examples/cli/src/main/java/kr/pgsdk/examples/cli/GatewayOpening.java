package kr.pgsdk.examples.cli;

import java.util.Optional;

/**
 * How a command opens its gateway.
 *
 * @param acceptTestPayments whether payments of a test channel are accepted
 * @param channelKey the channel of Iamport or PortOne that issues and charges billing keys
 * @param storeId the shop's store at PortOne, if its secret sees several
 */
record GatewayOpening(
    boolean acceptTestPayments, Optional<String> channelKey, Optional<String> storeId) {
  static final GatewayOpening DEFAULT = new GatewayOpening(false, Optional.empty());

  GatewayOpening(boolean acceptTestPayments, Optional<String> channelKey) {
    this(acceptTestPayments, channelKey, Optional.empty());
  }

  /** The same for this store. */
  GatewayOpening ofStore(String id) {
    return new GatewayOpening(acceptTestPayments, channelKey, Optional.of(id));
  }
}
