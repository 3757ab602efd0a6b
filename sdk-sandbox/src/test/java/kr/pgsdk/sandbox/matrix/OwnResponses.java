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

  /** A refusal of PortOne's. */
  static Fault portOne(int status, String type) {
    return Fault.answer(status, JSON, "{\"type\":\"" + type + "\",\"message\":\"-\"}");
  }

  /** A refusal by the payment company behind PortOne. */
  static Fault byTheCompany() {
    return Fault.answer(
        502,
        JSON,
        "{\"type\":\"PG_PROVIDER\",\"message\":\"-\",\"pgCode\":\"1\",\"pgMessage\":\"-\"}");
  }

  /** A refusal by any of them, with HTTP 200. */
  static Fault refusalWith200(Given given) {
    return switch (given.gateway()) {
      case IAMPORT -> iamport(1, "거절");
      case TOSS -> toss(200, "INVALID_REQUEST");
      case PORTONE -> portOne(200, "INVALID_REQUEST");
    };
  }

  /** The same answer, with the ids of another payment. */
  static String ofAnother(GatewayUnderTest gateway, String body) {
    String ids =
        switch (gateway) {
          case IAMPORT -> "imp_uid|merchant_uid";
          case TOSS -> "paymentKey|orderId";
          case PORTONE -> "id|transactionId|pgTxId";
        };
    return body.replaceAll("\"(" + ids + ")\":\"[^\"]+\"", "\"$1\":\"another\"");
  }

  /** A success without a payment. */
  static Fault nothing(Given given) {
    boolean iamport = given.gateway() == GatewayUnderTest.IAMPORT;
    String body = iamport ? "{\"code\":0,\"message\":null,\"response\":null}" : "null";
    return Fault.answer(200, JSON, body);
  }
}
