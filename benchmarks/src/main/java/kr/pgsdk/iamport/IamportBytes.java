package kr.pgsdk.iamport;

import kr.pgsdk.iamport.model.IamportPayment;

/** Iamport payments as the SDK reads them from an answer: from its bytes, without the call. */
public final class IamportBytes {
  private IamportBytes() {}

  /** Reads the body of an answer, envelope and all. */
  public static IamportPayment read(byte[] body) {
    return IamportPayment.parse(new String(body, java.nio.charset.StandardCharsets.UTF_8));
  }
}
