package kr.pgsdk.sandbox.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;

/** A server that knows nothing of TLS: it answers a handshake in plain HTTP. */
final class PlainHttpServer extends Listener {
  @Override
  void serve(Socket socket) throws IOException {
    socket.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
  }
}
