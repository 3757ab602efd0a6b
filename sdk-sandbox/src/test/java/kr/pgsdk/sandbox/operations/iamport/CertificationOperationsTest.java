package kr.pgsdk.sandbox.operations.iamport;

import java.util.List;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.certification.IamportCarrier;
import kr.pgsdk.iamport.certification.IamportOtpRequest;
import kr.pgsdk.iamport.certification.IamportVerificationMethod;

class CertificationOperationsTest extends IamportOperations {

  CertificationOperationsTest() {
    super("certification");
  }

  @Override
  protected List<Example<IamportClient>> examples() {
    return List.of(
        example("GET /certifications/{imp_uid}", client -> client.certifications().find("imp_123")),
        example(
            "DELETE /certifications/{imp_uid}",
            client -> client.certifications().delete("imp_123")),
        example(
            "POST /certifications/otp/request",
            client -> client.certifications().requestOtp(everyField())),
        example(
            "POST /certifications/otp/confirm/{imp_uid}",
            client -> client.certifications().confirmOtp("imp_123", "123456")),
        example(
            "POST /certifications/otp/confirm/{imp_uid}",
            client -> client.certifications().confirmApp("imp_123")));
  }

  private static IamportOtpRequest everyField() {
    return IamportOtpRequest.builder(
            "channel-key-1", "Hong Gildong", "010-1234-5678", "900101", "1", IamportCarrier.SKT)
        .mvno(true)
        .company("Shop")
        .merchantUid("verification_1")
        .verificationMethod(IamportVerificationMethod.SMS)
        .bypass("{}")
        .build();
  }
}
