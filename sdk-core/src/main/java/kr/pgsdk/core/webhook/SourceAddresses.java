package kr.pgsdk.core.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses from which a gateway sends its requests. This is an additional check and no proof:
 * it keeps other senders' requests away from the shop's database, but the payment must still be
 * looked up. Immutable.
 *
 * <p>Only literals are compared; host names are never looked up. Behind a proxy, pass the address
 * that <em>your</em> proxy adds: any sender can write {@code X-Forwarded-For}.
 */
public final class SourceAddresses {
  /** All addresses that begin with the same bits. */
  private static final class Block {
    private final byte[] network;
    private final int prefix;

    Block(byte[] network, int prefix) {
      this.network = network;
      this.prefix = prefix;
    }

    boolean contains(byte[] address) {
      int whole = prefix / 8;
      if (!Arrays.equals(network, 0, whole, address, 0, whole)) {
        return false;
      }
      int rest = prefix % 8;
      return rest == 0 || ((network[whole] ^ address[whole]) & 0xff) >> (8 - rest) == 0;
    }
  }

  private static final int MAX_SHOWN = 60;

  private final List<Block> blocks;

  private SourceAddresses(List<Block> blocks) {
    this.blocks = blocks;
  }

  /**
   * Returns the addresses and blocks listed.
   *
   * @param addresses IPv4 or IPv6 literals, or blocks such as {@code 10.0.0.0/8}
   * @throws IllegalArgumentException if one is anything else, such as a host's name, or if there
   *     are none
   */
  public static SourceAddresses of(String... addresses) {
    return of(List.of(addresses));
  }

  /** Like {@link #of(String...)}. */
  public static SourceAddresses of(List<String> addresses) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(
          "source addresses must not be empty: every request would be refused");
    }
    return new SourceAddresses(addresses.stream().map(SourceAddresses::block).toList());
  }

  /** Returns these addresses and {@code more}, for addresses that the gateway has added since. */
  public SourceAddresses and(String... more) {
    return new SourceAddresses(Stream.concat(blocks.stream(), of(more).blocks.stream()).toList());
  }

  private static Block block(String text) {
    int slash = text.indexOf('/');
    byte[] address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException(
          "a source address must be an IPv4 or IPv6 literal or a block such as 10.0.0.0/8: \""
              + shown(text)
              + "\"; names are not looked up");
    }
    boolean v4 = text.indexOf(':') < 0;
    int bits = v4 ? 32 : 128;
    int prefix = bits;
    if (slash >= 0) {
      prefix = prefix(text.substring(slash + 1));
      if (prefix < 0 || prefix > bits) {
        throw new IllegalArgumentException(
            "the block \"" + shown(text) + "\" must end in a prefix length of 0 to " + bits);
      }
    }
    return new Block(address, v4 ? 96 + prefix : prefix);
  }

  private static String shown(String text) {
    String line = text.replaceAll("[^\\x21-\\x7e]", "?");
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
  }

  private static int prefix(String digits) {
    boolean plain = digits.matches("[0-9]{1,3}");
    return plain ? Integer.parseInt(digits) : -1;
  }

  /**
   * Whether a request from {@code remoteAddress} may come in; false for anything that isn't a
   * literal. An IPv4 address may also be written as IPv6 ({@code ::ffff:1.2.3.4}).
   */
  public boolean contains(@Nullable String remoteAddress) {
    byte[] address = remoteAddress == null ? null : IpLiteral.parse(remoteAddress);
    return address != null && blocks.stream().anyMatch(block -> block.contains(address));
  }

  /**
   * Returns if a request from {@code remoteAddress} may come in.
   *
   * @param remoteAddress such as servlets' {@code getRemoteAddr()} gives
   * @throws RejectedRequestException with 403 if it may not
   */
  public void require(@Nullable String remoteAddress) {
    if (!contains(remoteAddress)) {
      throw new RejectedRequestException(
          403,
          "the source address is not one of the gateway's. Behind a load balancer give the address"
              + " that it forwards, and compare the list with the gateway's documentation");
    }
  }
}
