package kr.pgsdk.examples.cli;

import java.util.Optional;

/**
 * How a command opens its gateway.
 *
 * @param acceptTestPayments whether payments of a test channel are accepted
 * @param channelKey the channel of Iamport or PortOne that issues and charges billing keys
 * @param storeId the shop's store at PortOne, if its secret sees several
 */
record GatewayOptions(
    boolean acceptTestPayments, Optional<String> channelKey, Optional<String> storeId) {
  static final GatewayOptions DEFAULT = new GatewayOptions(false, Optional.empty());

  GatewayOptions(boolean acceptTestPayments, Optional<String> channelKey) {
    this(acceptTestPayments, channelKey, Optional.empty());
  }

  /** The same for this store. */
  GatewayOptions ofStore(String id) {
    return new GatewayOptions(acceptTestPayments, channelKey, Optional.of(id));
  }
}
