package kr.pgsdk.benchmarks.server;

import java.nio.charset.StandardCharsets;

/** What the server reads of a request: where it ends, and what it asks for. */
final class HttpRequest {
  private static final byte[] CONTENT_LENGTH =
      "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BODY = 1 << 16;

  private static final byte[] TOSS_CONFIRM = path("/v1/payments/confirm ");
  private static final byte[] TOSS = path("/v1/payments/");
  private static final byte[] IAMPORT_CANCEL = path("/payments/cancel ");
  private static final byte[] IAMPORT_CANCELLED = path("/payments/" + Sample.CANCELLED_IMP_UID);
  private static final byte[] IAMPORT = path("/payments/");
  private static final byte[] TOKEN = path("/users/getToken ");
  private static final byte[] CONTROL = path("/control/");

  private HttpRequest() {}

  private static byte[] path(String path) {
    return path.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns where the request that begins at {@code from} ends; -1 if not all of it is there. */
  static int end(byte[] bytes, int from, int to) {
    int body = endOfHead(bytes, from, to);
    if (body < 0 || bytes[from] == 'G') {
      return body;
    }
    int end = body + contentLength(bytes, from, body);
    return end <= to ? end : -1;
  }

  private static int endOfHead(byte[] bytes, int from, int to) {
    for (int i = from + 3; i < to; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int contentLength(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' && isContentLength(bytes, i + 1, to)) {
        int length = 0;
        for (int at = i + 1 + CONTENT_LENGTH.length; bytes[at] != '\r'; at++) {
          if (bytes[at] != ' ') {
            length = length * 10 + bytes[at] - '0';
          }
        }
        if (length < 0 || length > MOST_BODY) {
          throw new IllegalArgumentException("no benchmark sends such a body: " + length);
        }
        return length;
      }
    }
    return 0;
  }

  private static boolean isContentLength(byte[] bytes, int from, int to) {
    if (to - from < CONTENT_LENGTH.length) {
      return false;
    }
    for (int i = 0; i < CONTENT_LENGTH.length; i++) {
      // Letters differ in this bit between capital and small; '-' and ':' have it already.
      if ((bytes[from + i] | 0x20) != CONTENT_LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns what the request that begins at {@code from} asks for. */
  static Kind kind(byte[] bytes, int from) {
    if (bytes[from] == 'G') {
      int path = from + "GET ".length();
      if (isAt(TOSS, bytes, path)) {
        return Kind.TOSS_FIND;
      }
      if (isAt(IAMPORT_CANCELLED, bytes, path)) {
        return Kind.IAMPORT_FIND_BEFORE_CANCEL;
      }
      if (isAt(IAMPORT, bytes, path)) {
        return Kind.IAMPORT_FIND;
      }
      return isAt(CONTROL, bytes, path) ? Kind.CONTROL : Kind.UNKNOWN;
    }
    int path = from + "POST ".length();
    if (isAt(TOSS_CONFIRM, bytes, path)) {
      return Kind.TOSS_CONFIRM;
    }
    if (isAt(TOSS, bytes, path)) {
      return Kind.TOSS_CANCEL;
    }
    if (isAt(IAMPORT_CANCEL, bytes, path)) {
      return Kind.IAMPORT_CANCEL;
    }
    return isAt(TOKEN, bytes, path) ? Kind.IAMPORT_TOKEN : Kind.UNKNOWN;
  }

  private static boolean isAt(byte[] expected, byte[] bytes, int from) {
    if (from + expected.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[from + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
