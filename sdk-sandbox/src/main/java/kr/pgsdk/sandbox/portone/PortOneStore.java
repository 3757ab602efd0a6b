package kr.pgsdk.sandbox.portone;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.RandomTexts;
import org.jspecify.annotations.Nullable;

/** The shop as PortOne's console keeps it: ids and channels. */
final class PortOneStore {
  final String merchantId;
  final String storeId;
  final PortOneChannel automatic;
  final PortOneChannel manual;
  final PortOneChannel test;
  final PortOneChannel manualTest;

  private final RandomGenerator random;

  PortOneStore(RandomGenerator random) {
    this.random = random;
    merchantId = "merchant-" + uuid();
    storeId = "store-" + uuid();
    automatic = channel("카드", false, false);
    manual = channel("카드 수동 승인", false, true);
    test = channel("카드 테스트", true, false);
    manualTest = channel("카드 수동 승인 테스트", true, true);
  }

  private PortOneChannel channel(String name, boolean isTest, boolean isManual) {
    return new PortOneChannel(
        "channel-id-" + uuid(), "channel-key-" + uuid(), name, "TOSSPAYMENTS", isTest, isManual);
  }

  /** A new id in the shape of a UUID. */
  String uuid() {
    String hex = RandomTexts.hex(random, 31);
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-7"
        + hex.substring(12, 15)
        + "-"
        + "89ab".charAt(random.nextInt(4))
        + hex.substring(15, 18)
        + "-"
        + hex.substring(18, 30);
  }

  /** A new text of digits. */
  String digits(int length) {
    return RandomTexts.digits(random, length);
  }

  /** A new secret of letters and digits. */
  String secret(int length) {
    return RandomTexts.alphanumeric(random, length);
  }

  /** The channel of this kind. */
  PortOneChannel channel(boolean isTest, boolean isManual) {
    if (isTest) {
      return isManual ? manualTest : test;
    }
    return isManual ? manual : automatic;
  }

  /** The channel of a key, or null if there is none. */
  @Nullable PortOneChannel channel(String key) {
    return Stream.of(automatic, manual, test, manualTest)
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** The channel that a request names; a group of channels leads to the usual one. */
  PortOneChannel channelOf(Params params) {
    String key = params.text("channelKey");
    if (key == null) {
      if (!params.has("channelGroupId")) {
        throw PortOneRefusal.invalid("channelKey 또는 channelGroupId가 필요합니다.");
      }
      return automatic;
    }
    PortOneChannel channel = channel(key);
    if (channel == null) {
      throw PortOneRefusal.of("CHANNEL_NOT_FOUND");
    }
    return channel;
  }

  /** Refuses the store of somebody else. */
  void require(@Nullable String asked) {
    if (asked != null && !asked.equals(storeId)) {
      throw PortOneRefusal.of("FORBIDDEN");
    }
  }
}
