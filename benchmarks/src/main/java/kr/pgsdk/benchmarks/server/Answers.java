package kr.pgsdk.benchmarks.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Whole HTTP answers, head and body, made once. */
final class Answers {
  // When the sample was approved (12:18:14+09:00): an answer dated much later would be a replay.
  private static final String DATE = "Tue, 13 Feb 2024 03:18:14 GMT";

  private final Map<Kind, ByteBuffer> answers = new EnumMap<>(Kind.class);

  Answers() {
    String traceId = "x-tosspayments-trace-id: 7d1ab1dd3e4b2f4ce0ba3fd1a9a8d3b1\r\n";
    toss(Kind.TOSS_FIND, Sample.TOSS_PAYMENT, traceId);
    toss(Kind.TOSS_CONFIRM, Sample.TOSS_PAYMENT, traceId);
    toss(Kind.TOSS_CANCEL, Sample.TOSS_CANCELLED, traceId);
    iamport(Kind.IAMPORT_FIND, Sample.bytes(Sample.IAMPORT_PAYMENT));
    iamport(Kind.IAMPORT_FIND_BEFORE_CANCEL, Sample.beforeCancel());
    iamport(Kind.IAMPORT_CANCEL, Sample.bytes(Sample.IAMPORT_CANCELLED));
    iamport(Kind.IAMPORT_TOKEN, Sample.bytes(Sample.IAMPORT_TOKEN));
    answers.put(
        Kind.UNKNOWN,
        answer("404 Not Found", "text/plain", "", "not here".getBytes(StandardCharsets.UTF_8)));
  }

  private void toss(Kind kind, String sample, String headers) {
    answers.put(kind, answer("200 OK", "application/json", headers, Sample.bytes(sample)));
  }

  private void iamport(Kind kind, byte[] body) {
    answers.put(
        kind, answer("200 OK", "application/json; charset=UTF-8", "Server: Apache\r\n", body));
  }

  /** Returns the answer to a request of this kind, to be written from its position. */
  ByteBuffer to(Kind kind) {
    return Objects.requireNonNull(answers.get(kind)).duplicate();
  }

  static ByteBuffer text(String body) {
    return answer("200 OK", "text/plain", "", body.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer answer(String status, String type, String headers, byte[] body) {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + "\r\nDate: "
                + DATE
                + "\r\n"
                + headers
                + "Content-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(head.length + body.length).put(head).put(body).flip();
  }
}
