package kr.pgsdk.sandbox.toss;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.WireRequest;

/** The keys of the shop. */
final class TossKeys {
  /** The token that the example of {@code access-token} shows. */
  private static final String BRANDPAY_TOKEN = "Bearer sandbox-brandpay-access-token";

  /** What requests carry. */
  final String secret;

  /** What webhooks are signed with. */
  final String security;

  /** What the page of a shop opens the window with. */
  final String client;

  /** The pair for the payment widget. */
  final String widgetSecret;

  final String widgetClient;

  TossKeys(RandomGenerator random) {
    secret = "test_sk_" + RandomTexts.alphanumeric(random, 32);
    security = hash(secret);
    client = "test_ck_" + hash(secret + "client").substring(0, 32);
    widgetSecret = "test_gsk_" + hash(secret + "widget").substring(0, 32);
    widgetClient = "test_gck_" + hash(secret + "widget client").substring(0, 32);
  }

  /**
   * 64 hex digits that need no randomness of their own, so that a seed's ids stay what they were.
   */
  private static String hash(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Refuses a request that carries neither the secret key nor, at brandpay, a buyer's token. */
  void check(WireRequest request) {
    String header = request.header("Authorization");
    if (request.path().startsWith("/v1/brandpay/") && BRANDPAY_TOKEN.equals(header)) {
      return;
    }
    if (header == null || !header.startsWith("Basic ")) {
      throw TossRefusal.of("UNAUTHORIZED_KEY");
    }
    String userAndPassword;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()).strip());
      userAndPassword = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INCORRECT_BASIC_AUTH_FORMAT");
    }
    if (!userAndPassword.contains(":")) {
      throw TossRefusal.of("INCORRECT_BASIC_AUTH_FORMAT");
    }
    if (!userAndPassword.equals(secret + ":") && !userAndPassword.equals(widgetSecret + ":")) {
      throw TossRefusal.of("UNAUTHORIZED_KEY");
    }
  }
}
