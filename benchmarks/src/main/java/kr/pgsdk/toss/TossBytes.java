package kr.pgsdk.toss;

import kr.pgsdk.toss.model.TossPayment;

/** Toss payments as the SDK reads them from an answer: from its bytes, without the call. */
public final class TossBytes {
  private TossBytes() {}

  /** Reads the body of an answer. */
  public static TossPayment read(byte[] body) {
    return TossPayment.parse(new String(body, java.nio.charset.StandardCharsets.UTF_8));
  }
}
