package kr.pgsdk.iamport.certification;

import java.util.Optional;
import java.util.function.Function;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * Identity verifications. No money moves. Results are personal data: keep what you must, and delete
 * the rest.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportCertifications {
  private static final String PATH = "certifications";

  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportCertifications(IamportCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /certifications/{imp_uid}}: a result; empty if there is none. */
  public Optional<IamportCertification> find(String certificationId) {
    return calls.find(
        HttpRequest.safe("certification", "GET", PATH, checked(certificationId)),
        about(certificationId));
  }

  /** {@code DELETE /certifications/{imp_uid}}: deletes a result at Iamport. Sent once. */
  public IamportCertification delete(String certificationId) {
    return calls.object(
        HttpRequest.once("delete certification", "DELETE", PATH, checked(certificationId)),
        about(certificationId));
  }

  /**
   * {@code POST /certifications/otp/request}: starts a verification, and sends a number to the
   * phone. Sent once: a repetition would send another number. Merchants need Iamport's approval for
   * it.
   */
  public IamportOtpVerification requestOtp(IamportOtpRequest request) {
    return calls.object(
        HttpRequest.once("request OTP", "POST", PATH, "otp", "request")
            .body(RequestFields.of(request)),
        IamportOtpVerification::new);
  }

  /**
   * {@code POST /certifications/otp/confirm/{imp_uid}}: finishes a verification. Sent once; after
   * an {@code OutcomeUnknownException}, {@link #find} has the result.
   *
   * @param otp the number that the person received
   * @throws kr.pgsdk.core.error.GatewayException if the number is wrong or expired
   */
  public IamportCertification confirmOtp(String certificationId, String otp) {
    return confirm(certificationId, new RequestFields().personal("otp", otp));
  }

  /** Like {@link #confirmOtp}, of {@link IamportVerificationMethod#APP}, which has no number. */
  public IamportCertification confirmApp(String certificationId) {
    return confirm(certificationId, new RequestFields());
  }

  private IamportCertification confirm(String certificationId, RequestFields fields) {
    return calls.object(
        HttpRequest.once("confirm OTP", "POST", PATH, "otp", "confirm", checked(certificationId))
            .body(fields),
        about(certificationId));
  }

  private static Function<JsonObject, IamportCertification> about(String certificationId) {
    return ResponseMatch.about("imp_uid", certificationId, IamportCertification::new);
  }

  /** Refuses what can't be one segment of a path: a certification's id has a payment id's form. */
  private static String checked(String certificationId) {
    return PaymentId.of(certificationId).value();
  }
}
