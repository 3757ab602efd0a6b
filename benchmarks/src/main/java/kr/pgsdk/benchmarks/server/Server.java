package kr.pgsdk.benchmarks.server;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Answers from memory, on a thread for each connection. Written by hand: a library's server takes
 * longer for a request than the clients do, and would hide their differences. It knows as much of
 * HTTP as they need: requests with a length, one after the other.
 */
public final class Server {
  private static final int BACKLOG = 4_096;
  private static final int STACK_BYTES = 128 << 10;

  private final ServerSocket listening;
  private final Responses responses = new Responses();
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private volatile long delayMillis;

  private Server(ServerSocket listening) {
    this.listening = listening;
  }

  /**
   * The process: says its port on standard output, and ends when its standard input does, so that
   * it never outlives who started it.
   */
  public static void main(String[] args) throws IOException {
    System.out.println(start());
    while (System.in.read() >= 0) {
      // Nothing is said there.
    }
    Runtime.getRuntime().halt(0);
  }

  /** Serves on a free port of the loopback address as long as this process lives. */
  public static int start() throws IOException {
    ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    run(new Server(listening)::accept);
    return listening.getLocalPort();
  }

  private static void run(Runnable work) {
    Thread thread = new Thread(null, work, "server", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = listening.accept();
        run(() -> serve(socket));
      } catch (IOException e) {
        throw new IllegalStateException("can't accept", e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      // A byte is a character there, so that the body's length can be skipped.
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String body = body(in);
        out.write(response(target(line), body));
      }
    } catch (IOException e) {
      // The client is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the method and the path of a request's first line. */
  private static String target(String line) {
    int query = line.indexOf('?');
    return line.substring(0, query < 0 ? line.lastIndexOf(' ') : query);
  }

  /** Skips the headers, and returns the body, a byte a character. */
  private static String body(BufferedReader in) throws IOException {
    String length = "Content-Length: ";
    int left = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.regionMatches(true, 0, length, 0, length.length())) {
        left = Integer.parseInt(line, length.length(), line.length(), 10);
      }
    }
    char[] body = new char[left];
    for (int read = 0; read < body.length; ) {
      int more = in.read(body, read, body.length - read);
      if (more < 0) {
        throw new EOFException();
      }
      read += more;
    }
    return new String(body);
  }

  private byte[] response(String target, String body) throws InterruptedException {
    if (target.startsWith(ServerControl.DELAY)) {
      delayMillis = Long.parseLong(target, ServerControl.DELAY.length(), target.length(), 10);
      return Responses.text("");
    }
    if (target.equals(ServerControl.REQUESTS)) {
      return Responses.text(
          requests.entrySet().stream()
              .map(request -> request.getKey() + "=" + request.getValue())
              .collect(Collectors.joining("\n")));
    }
    requests.computeIfAbsent(target, unseen -> new LongAdder()).increment();
    if (delayMillis > 0) {
      Thread.sleep(delayMillis);
    }
    return responses.to(target, body);
  }
}
