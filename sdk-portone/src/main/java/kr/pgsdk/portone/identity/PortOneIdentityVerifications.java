package kr.pgsdk.portone.identity;

import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.ItemPages;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;
import org.jspecify.annotations.Nullable;

/**
 * Identity verifications: asking a person, without the browser's window, and reading what came of
 * it. No money moves. The responses are personal data.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneIdentityVerifications {
  private static final String VERIFICATIONS = "identity-verifications";

  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneIdentityVerifications(PortOneCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /identity-verifications/{identityVerificationId}}: one verification. */
  public PortOneIdentityVerification get(String verificationId) {
    return calls.object(
        calls.inQuery(
            HttpRequest.safe("identity verification", "GET", VERIFICATIONS, verificationId)),
        PortOneIdentityVerification::new);
  }

  /**
   * {@code GET /identity-verifications}: the verifications that fit. The SDK fetches each page when
   * you read it. Close the stream, with try-with-resources; a stream that is read to its end closes
   * itself. The stream is sequential, and for one thread. Reading it throws the exceptions of a
   * call.
   */
  public Stream<PortOneIdentityVerification> list(PortOneIdentityFilter filter) {
    RequestFields wanted =
        new RequestFields().object("filter", calls.inBody(RequestFields.of(filter)));
    return calls.stream(
        new ItemPages<>(
            "identity verifications",
            VERIFICATIONS,
            wanted,
            PortOneIdentityVerification::new,
            row -> row.id().orElseGet(row::toJson)));
  }

  /**
   * {@code POST /identity-verifications/{identityVerificationId}/send}: asks a person, by a text
   * message or the carrier's app. Repeated only with the same idempotency key.
   *
   * @param verificationId a new id of the shop's
   */
  public void send(String verificationId, PortOneVerificationRequest request) {
    calls.done(
        change("send", verificationId, request.idempotencyKey())
            .body(calls.inBody(RequestFields.of(request))));
  }

  /**
   * {@code POST /identity-verifications/{identityVerificationId}/resend}: sends the text message
   * again.
   */
  public void resend(String verificationId) {
    calls.done(calls.inQuery(change("resend", verificationId, PortOneKey.random())));
  }

  /**
   * {@code POST /identity-verifications/{identityVerificationId}/confirm}: ends a verification.
   *
   * @param code the code that the person received; null for one by the carrier's app. No message
   *     shows it.
   * @throws kr.pgsdk.core.error.GatewayException if the code is wrong, or the person hasn't
   *     answered in the app
   */
  public PortOneIdentityVerification confirm(String verificationId, @Nullable String code) {
    RequestFields fields = new RequestFields();
    if (code != null) {
      fields.personal("otp", code);
    }
    return calls.object(
        change("confirm", verificationId, PortOneKey.random()).body(calls.inBody(fields)),
        json -> new PortOneIdentityVerification(json.requiredObject("identityVerification")));
  }

  private static HttpRequest.Builder change(String verb, String verificationId, String key) {
    return HttpRequest.keyedChange(
            verb + " identity verification",
            "POST",
            PortOneKey.header(key),
            VERIFICATIONS,
            verificationId,
            verb)
        .subject("the identity verification");
  }
}
