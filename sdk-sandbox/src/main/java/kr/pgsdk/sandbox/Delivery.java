package kr.pgsdk.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import kr.pgsdk.sandbox.wire.WireResponse;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/**
 * A response on its way to the client, whole unless a fault wants it otherwise: what each {@link
 * FaultKind} does on the wire. For the request that this thread serves.
 */
final class Delivery {
  /** The connection is closed without a response. */
  static final MockResponse CUT =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  /** Ends in the first header: the status line is shorter, the date's header alone longer. */
  private static final int WITHIN_THE_HEAD = 40;

  private static final int CHUNK = 1 << 16;

  private final WireResponse answer;
  private final TappedSockets sockets;
  private final MockResponse.Builder response;

  Delivery(WireResponse answer, Instant now, TappedSockets sockets) {
    this.answer = answer;
    this.sockets = sockets;
    this.response = new MockResponse.Builder().code(answer.status());
    response.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    for (Map.Entry<String, String> header : answer.headers()) {
      response.addHeaderLenient(header.getKey(), header.getValue());
    }
    response.body(answer.body());
  }

  MockResponse response() {
    return response.build();
  }

  /** Returns the response as {@code fault} wants it. */
  MockResponse response(InjectedFault fault) {
    fault.fault.kind().wire.carry(this, fault);
    return response.build();
  }

  String body() {
    return answer.body();
  }

  /** Puts another text in the place of the response's own. */
  void body(String text) {
    response.body(text);
  }

  private byte[] bytes() {
    return answer.body().getBytes(StandardCharsets.UTF_8);
  }

  private interface Writing {
    void to(BufferedSink sink) throws IOException;
  }

  private void body(long length, Writing writing) {
    response.body(
        new MockResponseBody() {
          @Override
          public long getContentLength() {
            return length;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            writing.to(sink);
          }
        });
  }

  void whole(InjectedFault fault) {}

  void cut(InjectedFault fault) {
    response.onResponseStart(new SocketEffect.CloseSocket());
  }

  void cutInHead(InjectedFault fault) {
    sockets.pace(Pace.breakingOffAfter(WITHIN_THE_HEAD));
  }

  void cutInBody(InjectedFault fault) {
    response.onResponseBody(new SocketEffect.CloseSocket());
  }

  void closeAfterwards(InjectedFault fault) {
    response.onResponseEnd(new SocketEffect.CloseSocket());
  }

  void inHalves(InjectedFault fault) {
    byte[] body = bytes();
    int half = body.length / 2;
    body(
        body.length,
        sink -> {
          sink.write(body, 0, half).flush();
          Pace.whenReleased(fault);
          sink.write(body, half, body.length - half);
        });
  }

  void inPieces(InjectedFault fault) {
    byte[] body = bytes();
    int piece = (int) fault.fault.size();
    body(
        body.length,
        sink -> {
          for (int written = 0; written < body.length; written += piece) {
            if (written > 0) {
              Pace.pause(fault);
            }
            sink.write(body, written, Math.min(piece, body.length - written)).flush();
          }
        });
  }

  void byteByByte(InjectedFault fault) {
    sockets.pace(Pace.byteByByte(fault));
  }

  void continued(InjectedFault fault) {
    sockets.pace(Pace.afterContinue(fault.fault.size()));
  }

  void halfOfTheBody(InjectedFault fault) {
    body(half(answer.body()));
  }

  static String half(String body) {
    return body.substring(0, body.length() / 2);
  }

  void hugeBody(InjectedFault fault) {
    addField("\"", 'x', fault.fault.size(), "\"");
  }

  void deepBody(InjectedFault fault) {
    long levels = fault.fault.size();
    addField("", '[', levels, "]".repeat((int) levels));
  }

  /** Adds a field whose value is {@code count} times one character between two texts. */
  private void addField(String before, char filler, long count, String after) {
    String body = answer.body();
    int end = body.lastIndexOf('}');
    boolean isObject = end >= 0;
    String first = (isObject ? body.substring(0, end) + ",\"filler\":" : body) + before;
    String last = after + (isObject ? body.substring(end) : "");
    byte[] head = first.getBytes(StandardCharsets.UTF_8);
    byte[] tail = last.getBytes(StandardCharsets.UTF_8);
    byte[] chunk = new byte[CHUNK];
    Arrays.fill(chunk, (byte) filler);
    body(
        head.length + count + tail.length,
        sink -> {
          sink.write(head);
          for (long left = count; left > 0; left -= CHUNK) {
            sink.write(chunk, 0, (int) Math.min(left, CHUNK));
          }
          sink.write(tail);
        });
  }

  void endlessHead(InjectedFault fault) {
    sockets.pace(Pace.headWithoutEnd(answer.status()));
  }

  /** The response's own body as a chunk, then chunks of white space until the client goes away. */
  void endlessBody(InjectedFault fault) {
    byte[] body = bytes();
    body(
        body.length,
        sink -> {
          writeChunk(sink, body);
          byte[] space = new byte[CHUNK];
          Arrays.fill(space, (byte) ' ');
          while (true) {
            writeChunk(sink, space);
          }
        });
    response.removeHeader("Content-Length").setHeader("Transfer-Encoding", "chunked");
  }

  private static void writeChunk(BufferedSink sink, byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      sink.writeHexadecimalUnsignedLong(bytes.length).writeUtf8("\r\n");
      sink.write(bytes).writeUtf8("\r\n").flush();
    }
  }

  /** What promises more than it has must end the connection, or the client would wait. */
  void lengthTooLarge(InjectedFault fault) {
    response.setHeader("Content-Length", bytes().length + fault.fault.size());
    closeAfterwards(fault);
  }

  void lengthTooSmall(InjectedFault fault) {
    response.setHeader("Content-Length", Math.max(0, bytes().length - fault.fault.size()));
  }

  void brokenGzip(InjectedFault fault) {
    response.setHeader("Content-Encoding", "gzip");
  }

  void gzipBomb(InjectedFault fault) {
    byte[] bomb = GzipBomb.unzippingTo(fault.fault.size());
    body(bomb.length, sink -> sink.write(bomb));
    response.setHeader("Content-Encoding", "gzip");
  }
}
