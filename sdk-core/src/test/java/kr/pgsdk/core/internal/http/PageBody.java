package kr.pgsdk.core.internal.http;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/** A body that is written while its reader reads. */
final class PageBody implements MockResponseBody {
  /** Writes a body, piece by piece. */
  interface Script {
    void write(PageBody body) throws Exception;
  }

  private final Script script;
  private BufferedSink sink;

  private PageBody(Script script) {
    this.script = script;
  }

  static MockResponse of(Script script) {
    return new MockResponse.Builder()
        .body(new PageBody(script))
        .removeHeader("Content-Length")
        .addHeader("Transfer-Encoding: chunked")
        .build();
  }

  /** A page that comes at once. */
  static MockResponse of(String json) {
    return of(body -> body.send(json));
  }

  /** A page of which this much comes. */
  static MockResponse cutAfter(String json) {
    return new MockResponse.Builder()
        .body(json)
        .setHeader("Content-Length", json.length() + 1000)
        .onResponseEnd(new SocketEffect.CloseSocket())
        .build();
  }

  void send(String piece) throws IOException {
    sink.writeHexadecimalUnsignedLong(piece.length()).writeUtf8("\r\n");
    sink.writeUtf8(piece).writeUtf8("\r\n").flush();
  }

  @Override
  public long getContentLength() {
    return -1;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    this.sink = sink;
    try {
      script.write(this);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    sink.writeUtf8("0\r\n").flush(); // the server ends the trailers
  }
}
