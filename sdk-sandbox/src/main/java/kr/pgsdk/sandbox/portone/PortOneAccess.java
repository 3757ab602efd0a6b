package kr.pgsdk.sandbox.portone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import kr.pgsdk.sandbox.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Who may ask: the API secret as it is, or a token that a login gave. Guarded by the lock. */
final class PortOneAccess {
  // LoginViaApiSecretResponse: an access token lives 30 minutes, a refresh token one day.
  private static final Duration ACCESS = Duration.ofMinutes(30);
  private static final Duration REFRESH = Duration.ofDays(1);

  final String secret;

  private final PortOneStore store;
  private final Clock clock;
  private final Map<String, Instant> accessTokens = new HashMap<>();

  /** The last one: a login or a refresh ends those before at once. */
  private @Nullable String refreshToken;

  private Instant refreshEnd = Instant.MIN;

  PortOneAccess(PortOneStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.secret = store.secret(80);
  }

  void addTo(PortOneRoutes routes) {
    routes.onOpen("POST", "/login/api-secret", call -> login(call.params()));
    routes.onOpen("POST", "/token/refresh", call -> refresh(call.params()));
  }

  /** Refuses a request without a credential of this shop. */
  void check(WireRequest request) {
    String header = request.header("Authorization");
    if (header != null) {
      if (header.equals("PortOne " + secret)) {
        return;
      }
      Instant end =
          header.startsWith("Bearer ")
              ? accessTokens.get(header.substring("Bearer ".length()))
              : null;
      if (end != null && clock.instant().isBefore(end)) {
        return;
      }
    }
    throw PortOneRefusal.of("UNAUTHORIZED");
  }

  private Map<String, @Nullable Object> login(Params params) {
    if (!PortOneCall.text(params, "apiSecret").equals(secret)) {
      throw PortOneRefusal.of("UNAUTHORIZED");
    }
    return tokens();
  }

  private Map<String, @Nullable Object> refresh(Params params) {
    String given = PortOneCall.text(params, "refreshToken");
    if (!given.equals(refreshToken) || !clock.instant().isBefore(refreshEnd)) {
      throw PortOneRefusal.of("UNAUTHORIZED");
    }
    return tokens();
  }

  private Map<String, @Nullable Object> tokens() {
    Instant now = clock.instant();
    String access = store.secret(120);
    accessTokens.values().removeIf(end -> !now.isBefore(end));
    accessTokens.put(access, now.plus(ACCESS));
    refreshToken = store.secret(120);
    refreshEnd = now.plus(REFRESH);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("accessToken", access);
    json.put("refreshToken", refreshToken);
    return json;
  }
}
