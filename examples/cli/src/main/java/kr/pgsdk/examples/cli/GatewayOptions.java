package kr.pgsdk.examples.cli;

import java.util.Optional;

/**
 * How a command opens its gateway.
 *
 * @param acceptTestPayments whether payments of a test channel are accepted
 * @param channelKey the channel of Iamport that issues and charges billing keys
 */
record GatewayOptions(boolean acceptTestPayments, Optional<String> channelKey) {
  static final GatewayOptions DEFAULT = new GatewayOptions(false, Optional.empty());
}
