package kr.pgsdk.iamport;

import java.math.BigDecimal;
import java.time.Duration;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.internal.http.Authorizer;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.core.internal.token.TokenCache;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import kr.pgsdk.iamport.internal.IamportResponses;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/** Hands out the cached token, and fetches one with {@code POST /users/getToken} when needed. */
final class IamportToken implements Authorizer {
  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(1_000_000_000_000L);

  private final Sender sender;
  private final IamportResponses responses;
  private final HttpRequest getToken;
  private final TokenCache cache;
  private volatile @Nullable AuthToken lastLearned;

  /**
   * Makes an authorizer with an empty cache.
   *
   * @param sender sends the request for the token, which needs no credential; closed with this
   */
  IamportToken(
      Sender sender,
      IamportResponses responses,
      IamportCredentials credentials,
      @Nullable IamportTier tier,
      IamportTokenHeader header,
      @Nullable TokenStore store,
      Environment environment) {
    this.sender = sender;
    this.responses = responses;
    this.getToken =
        HttpRequest.safe("getToken", "POST", "users", "getToken")
            // Iamport's own Java client sends it with this request too.
            .header("Tier", tier == null ? null : tier.code())
            .body(
                JsonText.object()
                    .put("imp_key", credentials.apiKey())
                    .put("imp_secret", credentials.apiSecret())
                    .toString())
            .withoutCredential()
            .build();
    this.cache =
        new TokenCache(
            IamportPayment.TERMS.gateway(), header.scheme(), this::fetch, store, environment);
  }

  @Override
  public @Nullable AuthToken fresh(long now) {
    AuthToken token = cache.fresh(now);
    return token == null ? null : learned(token);
  }

  @Override
  public AuthToken token(Duration timeLeft) {
    return learned(cache.get(timeLeft));
  }

  /** Before it is sent: whatever comes back may repeat it. */
  private AuthToken learned(AuthToken token) {
    if (token != lastLearned) {
      responses.redaction().learn(token.value());
      lastLearned = token;
    }
    return token;
  }

  @Override
  public boolean rejected(AuthToken token) {
    cache.reject(token);
    return true;
  }

  @Override
  public void close() {
    cache.close();
    sender.close();
  }

  private IssuedToken fetch(Duration timeLeft) {
    return sender.send(
        getToken,
        response -> issued(responses.unwrap(getToken, response).requiredObject("response")),
        sender.deadline(timeLeft));
  }

  /** Both times are the gateway's own, so this machine's clock may be wrong (v1auth). */
  private static IssuedToken issued(JsonObject json) {
    String token = json.requiredText("access_token");
    return new IssuedToken(
        token, Duration.ofSeconds(seconds(json, "expired_at") - seconds(json, "now")));
  }

  private static long seconds(JsonObject json, String name) {
    BigDecimal seconds = json.requiredNumber(name);
    if (seconds.signum() < 0 || seconds.compareTo(LAST_SECOND) > 0) {
      throw json.problem(name, "is no time in seconds since 1970");
    }
    return seconds.longValue();
  }
}
