package kr.pgsdk.examples.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The channel of Iamport that does the work. */
final class ChannelOptions {
  @Option(
      names = "--channel-key",
      paramLabel = "KEY",
      description = {
        "Iamport: the channel. Required to issue a billing key or an account;",
        "a charge goes through the channel that issued the key if none is named."
      })
  private @Nullable String key;

  /** The channel's key, if it is given. */
  Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /** The channel's key; an error if it isn't given. */
  String required() {
    return key().orElseThrow(() -> new IllegalArgumentException("Iamport needs --channel-key"));
  }
}
