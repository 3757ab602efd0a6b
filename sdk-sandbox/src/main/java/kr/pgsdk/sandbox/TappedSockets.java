package kr.pgsdk.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Server sockets that let the sandbox see the head of a request before its body is read, and decide
 * how its response is written: MockWebServer asks what to do at that moment, but doesn't say which
 * request it is about. It serves each connection on one thread, so what that thread has read is the
 * request in question.
 */
final class TappedSockets extends ServerSocketFactory {
  private static final int LONGEST_HEAD = 1 << 16;

  /**
   * What a GET is called that brings a body, as PortOne's lists allow: MockWebServer refuses it.
   */
  private static final String GET_WITH_BODY = "GEB";

  private static final Pattern BODY =
      Pattern.compile(
          "GET [^\r\n]*\r\n(?:[^\r\n]+\r\n)*(?i:content-length: *[1-9][0-9]*|transfer-encoding:)"
              + "[^\r\n]*\r\n.*",
          Pattern.DOTALL);

  private static final ThreadLocal<@Nullable Tap> CURRENT = new ThreadLocal<>();

  /** What one connection has read of its current request. */
  private static final class Tap {
    final Socket socket;
    final ByteArrayOutputStream read = new ByteArrayOutputStream();
    boolean leftUnread;
    Pace pace = Pace.AT_ONCE;

    Tap(Socket socket) {
      this.socket = socket;
    }

    void add(byte[] bytes, int offset, int count) {
      if (read.size() < LONGEST_HEAD) {
        read.write(bytes, offset, count);
      }
    }
  }

  /** The request this thread has begun to read, without its body; null if there is none. */
  @Nullable JournalEntry head() {
    Tap tap = CURRENT.get();
    return tap == null || tap.read.size() == 0
        ? null
        : parse(tap.read.toString(StandardCharsets.ISO_8859_1));
  }

  /** The method that the client sent. */
  static String method(String seen) {
    return seen.equals(GET_WITH_BODY) ? "GET" : seen;
  }

  /** Changes a byte of a GET with a body, if the head has come in one piece. */
  private static void letGetHaveBody(byte[] bytes, int offset, int count) {
    if (count > 4 && bytes[offset] == 'G' && bytes[offset + 1] == 'E') {
      String head = new String(bytes, offset, count, StandardCharsets.ISO_8859_1);
      int end = head.indexOf("\r\n\r\n");
      if (end > 0 && BODY.matcher(head.substring(0, end + 2)).matches()) {
        bytes[offset + 2] = (byte) GET_WITH_BODY.charAt(2);
      }
    }
  }

  private static @Nullable JournalEntry parse(String head) {
    List<String> lines = List.of(head.split("\r\n", -1));
    List<String> requestLine = List.of(lines.get(0).split(" ", -1));
    if (requestLine.size() != 3) {
      return null;
    }
    Headers.Builder headers = new Headers.Builder();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        break;
      }
      headers.addUnsafeNonAscii(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return JournalEntry.of(0, method(requestLine.get(0)), requestLine.get(1), headers.build(), "");
  }

  /** Lets this thread's connection end with a reset instead of a farewell. */
  void resetWhenClosed() {
    Tap tap = CURRENT.get();
    if (tap != null) {
      tap.leftUnread = true;
      try {
        tap.socket.setSoLinger(true, 0);
      } catch (SocketException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Lets the answer to the request that this thread serves leave its socket like this. */
  void pace(Pace pace) {
    Tap tap = CURRENT.get();
    if (tap != null) {
      tap.pace = pace;
    }
  }

  /** Returns whether the request this thread has read was left without its body. */
  boolean endOfRequest() {
    Tap tap = CURRENT.get();
    if (tap == null) {
      return false;
    }
    tap.read.reset();
    tap.pace = Pace.AT_ONCE;
    return tap.leftUnread;
  }

  private final class TappedSocket extends Socket {
    private final Tap tap = new Tap(this);

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          // Threads serve one connection after another: none may see the request of an ended one.
          CURRENT.remove();
          int count = super.read(bytes, offset, length);
          if (count > 0) {
            CURRENT.set(tap);
            if (tap.read.size() == 0) {
              letGetHaveBody(bytes, offset, count);
            }
            tap.add(bytes, offset, count);
          }
          return count;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      OutputStream out = super.getOutputStream();
      return new FilterOutputStream(out) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          try {
            tap.pace.write(out, bytes, offset, length);
          } catch (IOException e) {
            // MockWebServer would leave it open, and the client waiting.
            close();
            throw e;
          }
        }
      };
    }
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        TappedSocket socket = new TappedSocket();
        implAccept(socket);
        // Head and body are written apart: the body would wait 40 ms for the head's delayed ACK.
        socket.setTcpNoDelay(true);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new UnsupportedOperationException("MockWebServer binds by itself");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    throw new UnsupportedOperationException("MockWebServer binds by itself");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    throw new UnsupportedOperationException("MockWebServer binds by itself");
  }
}
