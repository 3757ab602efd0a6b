package kr.pgsdk.iamport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.fuzz.Checks;
import kr.pgsdk.fuzz.Script;
import kr.pgsdk.fuzz.ScriptedTransport;

/** A token that another process stored. */
public final class TokenStoreFuzz {
  private static final Instant EXPIRY = Instant.parse("2026-11-20T00:20:00Z");

  private TokenStoreFuzz() {}

  /** The input is the stored token; the gateway issues another one. */
  public static void run(byte[] input) {
    String stored = new String(input, StandardCharsets.UTF_8);
    ScriptedTransport transport = new ScriptedTransport(Script.read(input), IamportHttpFuzz.TOKEN);
    try (IamportGateway gateway =
        IamportGateway.builder(IamportCredentials.of(Checks.SECRETS.get(0), Checks.SECRETS.get(1)))
            .transport(transport)
            .environment(transport.environment())
            .tokenStore(new Stored(stored))
            .build()) {
      String header = gateway.getToken().headerValue();
      Checks.require(
          header.equals("Bearer " + stored) || header.equals("Bearer " + Checks.SECRETS.get(3)),
          "neither the stored token nor the gateway's: ",
          header);
      Checks.require(
          header.chars().allMatch(c -> c >= ' ' && c < 0x7f) && header.length() < 5_000,
          "invalid header value: ",
          header);
    }
  }

  private record Stored(String token) implements TokenStore {
    @Override
    public Optional<StoredToken> load() {
      return Optional.of(new StoredToken(token, EXPIRY));
    }

    @Override
    public void save(StoredToken other) {}
  }
}
