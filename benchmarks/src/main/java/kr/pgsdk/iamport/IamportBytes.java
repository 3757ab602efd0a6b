package kr.pgsdk.iamport;

import kr.pgsdk.core.internal.json.Json;

/** Iamport payments as the SDK reads them from an answer: from its bytes, without the call. */
public final class IamportBytes {
  private IamportBytes() {}

  /** Reads the body of an answer, envelope and all. */
  public static IamportPayment read(byte[] body) {
    return IamportPayment.read(Json.object(body).requiredObject("response"));
  }
}
