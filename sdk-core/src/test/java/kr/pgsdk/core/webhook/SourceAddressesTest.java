package kr.pgsdk.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "52.78.100.19, 52.78.100.19, true",
    "52.78.100.19, 52.78.100.18, false",
    "52.78.100.19, ::ffff:52.78.100.19, true",
    "52.78.100.19, ::FFFF:344e:6413, true",
    "::ffff:52.78.100.19, 52.78.100.19, true",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "115.92.221.121/31, 115.92.221.120, true",
    "115.92.221.121/31, 115.92.221.122, false",
    "0.0.0.0/0, 1.2.3.4, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 1.2.3.4, true",
    "::1, ::1, true",
    "::1, 0:0:0:0:0:0:0:1%0, true",
    "::1, [::1], true",
    "fe80::1, fe80::1%eth0, true",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8, true",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:0.7.0.8, true",
    "1::, 1:0:0:0:0:0:0:0, true"
  })
  void address_isInsideOrOutside(String allowed, String remote, boolean inside) {
    assertThat(SourceAddresses.of("192.0.2.1", allowed).contains(remote)).isEqualTo(inside);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "webhook.example.com",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4 ",
        "1.2.3.4:80",
        "1.2.3.4, 5.6.7.8",
        "0x1.2.3.4",
        "16909060",
        "1.2.3.-4",
        "::g",
        "1::2::3",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7::8",
        "12345::",
        "1.2.3.4::",
        "[::1",
        "%0",
        "١.2.3.4"
      })
  void whatIsNoLiteral_isNeverInside_andNeverLookedUp(String remote) {
    SourceAddresses everybody = SourceAddresses.of("0.0.0.0/0", "::/0");

    assertThat(everybody.contains(remote)).isFalse();
    assertThatThrownBy(() -> everybody.require(remote))
        .isInstanceOfSatisfying(
            RejectedRequestException.class, e -> assertThat(e.httpStatus()).isEqualTo(403));
  }

  @Test
  void addressInside_isLetIn() {
    SourceAddresses.of("10.0.0.0/8").require("10.1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"iamport.kr", "", "1.2.3.4/33", "1.2.3.4/", "1.2.3.4/-1", "::/129", "1.2.3.4/8/8"})
  void configuredAddressThatIsNone_isTheCallersMistake(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SourceAddresses.of(address))
        .isNotInstanceOf(RejectedRequestException.class);
  }

  @Test
  void noAddressAtAll_isTheCallersMistake() {
    assertThatIllegalArgumentException().isThrownBy(SourceAddresses::of);
  }

  @Test
  void moreAddresses_areAdded() {
    SourceAddresses addresses = SourceAddresses.of("192.0.2.1").and("192.0.2.2", "::1");

    assertThat(addresses.contains("192.0.2.1")).isTrue();
    assertThat(addresses.contains("192.0.2.2")).isTrue();
    assertThat(addresses.contains("192.0.2.3")).isFalse();
  }

  @Test
  void randomAddresses_areReadAsTheJdkReadsThem() throws UnknownHostException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = random.nextInt(3) == 0 ? 0 : bytes[i];
      }
      String text = InetAddress.getByAddress(bytes).getHostAddress();
      int bits = bytes.length * 8;
      int prefix = random.nextInt(bits + 1);
      byte[] other = bytes.clone();
      if (prefix < bits) {
        other[prefix / 8] ^= (byte) (0x80 >> prefix % 8);
      }
      SourceAddresses block = SourceAddresses.of(text + "/" + prefix);
      String flipped = InetAddress.getByAddress(other).getHostAddress();

      assertThat(block.contains(text)).as("seed %s: %s/%s", seed, text, prefix).isTrue();
      // The bit behind the prefix is free, the last bit of the prefix is not.
      assertThat(block.contains(flipped))
          .as("seed %s: %s in %s/%s", seed, flipped, text, prefix)
          .isTrue();
      if (prefix > 0) {
        byte[] outside = bytes.clone();
        outside[(prefix - 1) / 8] ^= (byte) (0x80 >> (prefix - 1) % 8);
        assertThat(block.contains(InetAddress.getByAddress(outside).getHostAddress()))
            .as("seed %s: outside %s/%s", seed, text, prefix)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3.4/3\n3", "name\nERROR", "1.2.3.4\u0085"})
  void literalOfTwoLines_isRefused_andShownOnOne(String literal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SourceAddresses.of(literal))
        .withMessageNotContaining("\n")
        .withMessageNotContaining("\u0085")
        .withMessageContaining("?");
  }
}
