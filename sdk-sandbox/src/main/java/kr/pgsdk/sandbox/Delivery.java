package kr.pgsdk.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import kr.pgsdk.sandbox.wire.WireAnswer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/** Puts answers on the wire: whole, or the way a fault wants it. */
final class Delivery {
  /** The connection is closed without an answer. */
  static final MockResponse CUT =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  /** Ends in the first header: the status line is shorter, the date's header alone longer. */
  private static final int WITHIN_THE_HEAD = 40;

  private static final int CHUNK = 1 << 16;

  private final Clock clock;
  private final TappedSockets sockets;

  Delivery(Clock clock, TappedSockets sockets) {
    this.clock = clock;
    this.sockets = sockets;
  }

  /** Returns the answer as it is. */
  MockResponse whole(WireAnswer answer) {
    return builder(answer).build();
  }

  /** Returns the answer as {@code fault} wants it; for the request that this thread serves. */
  MockResponse of(WireAnswer answer, InjectedFault fault) {
    Effect effect = fault.fault.effect;
    MockResponse.Builder response = builder(answer);
    if (effect.wire() == Effect.Wire.ANSWER) {
      return response.build();
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    return switch (effect.wire()) {
      case ANSWER -> response.build();
      case CUT_UNREAD, CUT -> CUT;
      case CUT_IN_HEAD -> paced(response, Pace.breakingOffAfter(WITHIN_THE_HEAD));
      case CUT_IN_BODY -> response.onResponseBody(new SocketEffect.CloseSocket()).build();
      case STALL_IN_BODY ->
          with(response, body.length, sink -> writeWithARest(sink, body, fault)).build();
      case SLOW_BODY ->
          with(response, body.length, sink -> writeInPieces(sink, body, fault)).build();
      case SLOW -> paced(response, Pace.byteByByte(fault, effect.pause()));
      case CLOSE_AFTER -> response.onResponseEnd(new SocketEffect.CloseSocket()).build();
      case CONTINUED -> paced(response, Pace.afterContinue(effect.size()));
      case ENDLESS_HEAD -> paced(response, Pace.headWithoutEnd(answer.status()));
      case ENDLESS_BODY ->
          with(response, body.length, sink -> writeForEver(sink, body))
              .removeHeader("Content-Length")
              .setHeader("Transfer-Encoding", "chunked")
              .build();
      case WRONG_LENGTH -> wrongLength(response, body.length + effect.size(), body.length);
      case BROKEN_GZIP -> response.setHeader("Content-Encoding", "gzip").build();
      case GZIP_BOMB -> {
        byte[] bomb = GzipBomb.unzippingTo(effect.size());
        yield with(response, bomb.length, sink -> sink.write(bomb))
            .setHeader("Content-Encoding", "gzip")
            .build();
      }
    };
  }

  private MockResponse.Builder builder(WireAnswer answer) {
    MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
    response.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    for (Map.Entry<String, String> header : answer.headers()) {
      response.addHeaderLenient(header.getKey(), header.getValue());
    }
    return response.body(answer.body());
  }

  private MockResponse paced(MockResponse.Builder response, Pace pace) {
    sockets.pace(pace);
    return response.build();
  }

  /** What promises more than it has must end the connection, or the client would wait. */
  private static MockResponse wrongLength(
      MockResponse.Builder response, long promised, long actual) {
    response.setHeader("Content-Length", Math.max(0, promised));
    return promised > actual
        ? response.onResponseEnd(new SocketEffect.CloseSocket()).build()
        : response.build();
  }

  private interface Writing {
    void to(BufferedSink sink) throws IOException;
  }

  private static MockResponse.Builder with(
      MockResponse.Builder response, long length, Writing writing) {
    return response.body(
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

  private static void writeWithARest(BufferedSink sink, byte[] body, InjectedFault fault)
      throws IOException {
    sink.write(body, 0, body.length / 2).flush();
    try {
      fault.awaitRelease();
    } catch (InterruptedException e) {
      throw Pace.ended(e);
    }
    sink.write(body, body.length / 2, body.length - body.length / 2);
  }

  private static void writeInPieces(BufferedSink sink, byte[] body, InjectedFault fault)
      throws IOException {
    Effect effect = fault.fault.effect;
    int piece = (int) effect.size();
    for (int written = 0; written < body.length; written += piece) {
      if (written > 0) {
        Pace.pause(fault, effect.pause());
      }
      sink.write(body, written, Math.min(piece, body.length - written)).flush();
    }
  }

  /** The answer's own body as a chunk, then chunks of white space until the client goes away. */
  private static void writeForEver(BufferedSink sink, byte[] body) throws IOException {
    writeChunk(sink, body);
    byte[] space = new byte[CHUNK];
    Arrays.fill(space, (byte) ' ');
    while (true) {
      writeChunk(sink, space);
    }
  }

  private static void writeChunk(BufferedSink sink, byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      sink.writeHexadecimalUnsignedLong(bytes.length).writeUtf8("\r\n");
      sink.write(bytes).writeUtf8("\r\n").flush();
    }
  }
}
