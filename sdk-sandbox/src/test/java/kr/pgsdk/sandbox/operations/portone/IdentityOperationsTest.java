package kr.pgsdk.sandbox.operations.portone;

import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.identity.PortOneCarrier;
import kr.pgsdk.portone.identity.PortOneIdentityFilter;
import kr.pgsdk.portone.identity.PortOnePersonRequest;
import kr.pgsdk.portone.identity.PortOneVerificationMethod;
import kr.pgsdk.portone.identity.PortOneVerificationRequest;

class IdentityOperationsTest extends PortOneOperations {
  IdentityOperationsTest() {
    super("identity");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        example(
            "POST /identity-verifications/{identityVerificationId}/send",
            client -> {
              client
                  .identityVerifications()
                  .send(
                      "verification_1",
                      PortOneVerificationRequest.builder(
                              "channel-key-1",
                              PortOnePersonRequest.builder("Hong", "01012345678", "127.0.0.1")
                                  .id("customer_1")
                                  .identityNumber("9001311")
                                  .build(),
                              PortOneCarrier.SKT,
                              PortOneVerificationMethod.SMS)
                          .customData("custom")
                          .bypass("{\"danal\":{}}")
                          .build());
              return null;
            }),
        example(
            "POST /identity-verifications/{identityVerificationId}/resend",
            client -> {
              client.identityVerifications().resend("verification_1");
              return null;
            }),
        example(
            "POST /identity-verifications/{identityVerificationId}/confirm",
            client -> client.identityVerifications().confirm("verification_1", "123456")),
        example(
            "GET /identity-verifications/{identityVerificationId}",
            client -> client.identityVerifications().get("verification_1")),
        example(
            "GET /identity-verifications",
            client ->
                first(
                    client
                        .identityVerifications()
                        .list(PortOneIdentityFilter.builder().isTest(false).build()))));
  }
}
