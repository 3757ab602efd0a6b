package kr.pgsdk.examples.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The channel of Iamport or PortOne that does the work. */
final class ChannelOptions {
  @Option(
      names = "--channel-key",
      paramLabel = "KEY",
      description = {
        "Iamport, PortOne: the channel. Required to issue a billing key or an account;",
        "a charge goes through the channel that issued the key if none is named."
      })
  private @Nullable String key;

  /**
   * The channel's key, if it is given.
   *
   * @throws IllegalArgumentException if it is given to a gateway without channels
   */
  Optional<String> key(Gateway gateway) {
    if (key != null && gateway == Gateway.TOSS) {
      throw new IllegalArgumentException("leave out --channel-key: Toss has no channels");
    }
    return Optional.ofNullable(key);
  }

  /** The channel's key; an error if it isn't given. */
  String required() {
    return required(Gateway.IAMPORT);
  }

  /** The key of a channel of this gateway; an error if it isn't given. */
  String required(Gateway gateway) {
    return key(gateway)
        .orElseThrow(
            () -> new IllegalArgumentException(gateway.displayName() + " needs --channel-key"));
  }
}
