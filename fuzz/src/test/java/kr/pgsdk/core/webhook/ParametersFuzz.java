package kr.pgsdk.core.webhook;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kr.pgsdk.fuzz.Checks;

/** The small readers of incoming texts, compared with the JDK's. */
public final class ParametersFuzz {
  private ParametersFuzz() {}

  /** The input is a query; only queries with one pair are compared with the JDK's decoder. */
  public static void query(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    String[] pair = text.split("=", 2);
    if (text.indexOf('&') >= 0 || pair.length != 2) {
      return;
    }
    Checks.resultOf(() -> Parameters.ofQuery(text))
        .ifPresent(
            parameters -> {
              String name = URLDecoder.decode(pair[0], StandardCharsets.UTF_8);
              String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
              Optional<String> read = parameters.value(name);
              Checks.require(
                  read.orElse("").equals(value) || value.isBlank(), "decoded differently: ", text);
            });
  }

  /** The input is an address or a block of addresses. */
  public static void address(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    byte[] read = text.length() < 100 ? IpLiteral.parse(text) : null;
    if (read != null && text.matches("[0-9a-fA-F.:]+")) {
      Checks.require(Arrays.equals(mapped(address(text)), read), "another address: ", text);
    }
    // The JDK also accepts groups of five digits, and quads that others read as octal.
    boolean v6 = text.length() < 100 && text.matches("([0-9a-fA-F]{0,4}:)+[0-9a-fA-F]{0,4}");
    if (read == null && v6) {
      Checks.require(address(text) == null, "refused, but the JDK reads it: ", text);
    }
    Checks.resultOf(() -> SourceAddresses.of(text))
        .ifPresent(
            addresses -> {
              int slash = text.indexOf('/');
              String own = slash < 0 ? text : text.substring(0, slash);
              Checks.require(addresses.contains(own), "not in its own block: ", text);
            });
  }

  private static byte[] address(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static byte[] mapped(byte[] address) {
    if (address == null || address.length == 16) {
      return address;
    }
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    System.arraycopy(address, 0, mapped, 12, 4);
    return mapped;
  }
}
