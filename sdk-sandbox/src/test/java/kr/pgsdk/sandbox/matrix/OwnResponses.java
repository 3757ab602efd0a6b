package kr.pgsdk.sandbox.matrix;

import kr.pgsdk.sandbox.Fault;

/** Answers in a gateway's own shape that say what it didn't do. */
final class OwnResponses {
  private static final String JSON = "application/json;charset=UTF-8";

  private OwnResponses() {}

  /** A refusal of Toss's. */
  static Fault toss(int status, String code) {
    return Fault.answer(status, JSON, "{\"code\":\"" + code + "\",\"message\":\"-\"}");
  }

  /** A refusal of Iamport's, which comes with HTTP 200. */
  static Fault iamport(int code, String message) {
    return Fault.answer(
        200, JSON, "{\"code\":" + code + ",\"message\":\"" + message + "\",\"response\":null}");
  }

  /** A refusal by either, with HTTP 200. */
  static Fault refusalWith200(Given given) {
    return given.gateway() == GatewayUnderTest.IAMPORT
        ? iamport(1, "거절")
        : Fault.answer(200, JSON, "{\"code\":\"INVALID_REQUEST\",\"message\":\"거절\"}");
  }

  /** A success without a payment. */
  static Fault nothing(Given given) {
    boolean iamport = given.gateway() == GatewayUnderTest.IAMPORT;
    String body = iamport ? "{\"code\":0,\"message\":null,\"response\":null}" : "null";
    return Fault.answer(200, JSON, body);
  }
}
