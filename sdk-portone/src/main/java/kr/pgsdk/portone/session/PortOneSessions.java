package kr.pgsdk.portone.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * The hosted checkout: a page of PortOne's where a buyer abroad pays. Whether they paid is never
 * told here: look the payment up, as {@code PortOneGateway.confirm} does.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneSessions {
  private static final String SESSIONS = "payment-sessions";

  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneSessions(PortOneCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /payment-sessions}: opens a checkout. The client must be built with a store id.
   * Repeated only with the same idempotency key.
   */
  public PortOneOpenedSession open(PortOneSessionRequest request) {
    return calls.object(
        HttpRequest.keyed("open session", PortOneKey.header(request.idempotencyKey()), SESSIONS)
            .about(PaymentLookup.byOrderId(request.paymentId()))
            .body(calls.inBody(RequestFields.of(request))),
        PortOneOpenedSession::new);
  }

  /** {@code GET /payment-sessions/{sessionId}}: a checkout, as its page reads it. */
  public PortOneSession get(String sessionId) {
    return calls.object(
        HttpRequest.safe("session", "GET", SESSIONS, sessionId).withoutCredential(),
        PortOneSession::new);
  }

  /**
   * {@code POST /payment-sessions/{sessionId}/close}: closes a checkout, so that nobody pays on it
   * any more.
   *
   * @return when
   */
  public Optional<Instant> close(String sessionId) {
    return calls.object(
        HttpRequest.keyed(
                "close session",
                PortOneKey.header(PortOneKey.random()),
                SESSIONS,
                sessionId,
                "close")
            .subject("the payment session"),
        json -> Optional.ofNullable(json.koreanTime("closedAt")));
  }

  /**
   * {@code GET /checkout-profiles/evaluate}: what a profile offers a buyer. Unmodifiable.
   *
   * @param country the buyer's country, in two letters
   */
  public List<PortOneCheckoutMethod> methods(String profileKey, String country, Money amount) {
    return calls.object(
        HttpRequest.safe("checkout profile", "GET", "checkout-profiles", "evaluate")
            .withoutCredential()
            .query("profileKey", profileKey)
            .query("country", country)
            .query("currency", amount.currency())
            .query("amount", amount.minorUnits()),
        json -> json.objects("methods", PortOneCheckoutMethod::new));
  }
}
