package kr.pgsdk.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a running server can be asked and told, from any process that knows its port. */
public record ServerControl(int port) {
  /** The system property by which a process is told the port. */
  public static final String PORT = "pgsdk.benchmarks.port";

  /** The server that this process was told of. */
  public static ServerControl ofThisProcess() {
    Integer port = Integer.getInteger(PORT);
    if (port == null) {
      throw new IllegalStateException("no server: -D" + PORT + " is not set");
    }
    return new ServerControl(port);
  }

  /** The base URL, for both gateways. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What it has seen so far. */
  public Counts counts() throws IOException {
    return tell("counts");
  }

  /** From now on every answer but a token is held back. */
  public void hold() throws IOException {
    tell("hold");
  }

  /** Sends what is held back, and answers at once again. */
  public void release() throws IOException {
    tell("release");
  }

  /** From now on a token comes only after this long. */
  public void delayTokens(int millis) throws IOException {
    tell("token-delay/" + millis);
  }

  private Counts tell(String word) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /control/" + word + " HTTP/1.1\r\nHost: loopback\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (answer.isEmpty()) {
        throw new IOException("the server doesn't know " + word);
      }
      return Counts.ofText(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }
  }
}
