package kr.pgsdk.sandbox.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.function.BooleanSupplier;

/** An HTTP proxy that opens a tunnel on CONNECT, or asks for a login. */
final class TunnelProxy extends Listener {
  private static final String ASKS_FOR_A_LOGIN =
      "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
          + "Content-Length: 0\r\n\r\n";

  private final BooleanSupplier refuses;

  TunnelProxy(BooleanSupplier refuses) {
    this.refuses = refuses;
  }

  @Override
  void serve(Socket client) throws IOException {
    String head = head(client.getInputStream());
    if (refuses.getAsBoolean()) {
      client.getOutputStream().write(ASKS_FOR_A_LOGIN.getBytes(US_ASCII));
      return;
    }
    String authority = head.split(" ", -1)[1];
    int port = Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
    try (Socket gateway = new Socket("127.0.0.1", port)) {
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
      start(() -> pipe(gateway, client));
      client.getInputStream().transferTo(gateway.getOutputStream());
    }
  }

  private static void pipe(Socket from, Socket to) {
    try (to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two went away.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client went away");
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
