package kr.pgsdk.benchmarks.calls;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import kr.pgsdk.benchmarks.Gateway;

/**
 * The least a client can do: a socket for each thread, a request made beforehand, and as many bytes
 * read as the first answer had. What the server gives to this is its ceiling.
 */
final class RawFinder implements Finder {
  private final int port;
  private final byte[] request;
  private final Collection<SocketChannel> opened = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Line> lines = ThreadLocal.withInitial(this::open);

  RawFinder(Gateway gateway, String url) {
    this.port = URI.create(url).getPort();
    this.request =
        ("GET "
                + (gateway == Gateway.TOSS ? "/v1/payments/" : "/payments/")
                + Orders.paymentId(gateway).value()
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Keep-Alive\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Line {
    final SocketChannel channel;
    final ByteBuffer request;
    final ByteBuffer answer = ByteBuffer.allocateDirect(8_192);

    Line(SocketChannel channel, byte[] request) throws IOException {
      this.channel = channel;
      this.request = ByteBuffer.allocateDirect(request.length).put(request);
      answer.limit(learnLength());
    }

    private int learnLength() throws IOException {
      channel.write(request.flip());
      int length = -1;
      while (length < 0 || answer.position() < length) {
        read();
        String text = StandardCharsets.ISO_8859_1.decode(answer.duplicate().flip()).toString();
        int body = text.indexOf("\r\n\r\n") + 4;
        if (body >= 4) {
          int at = text.indexOf("Content-Length: ") + "Content-Length: ".length();
          length = body + Integer.parseInt(text.substring(at, text.indexOf('\r', at)));
        }
      }
      return length;
    }

    private void read() throws IOException {
      if (channel.read(answer) < 0) {
        throw new EOFException("the server closed the connection");
      }
    }

    int find() throws IOException {
      channel.write(request.rewind());
      answer.rewind();
      while (answer.hasRemaining()) {
        read();
      }
      return answer.position();
    }
  }

  private Line open() {
    try {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      opened.add(channel);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return new Line(channel, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Object find() throws IOException {
    return lines.get().find();
  }

  @Override
  public void close() {
    for (SocketChannel channel : opened) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
