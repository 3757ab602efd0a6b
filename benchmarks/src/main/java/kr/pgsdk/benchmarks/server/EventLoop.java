package kr.pgsdk.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One thread that accepts, reads and answers. It knows HTTP only as far as the clients that are
 * measured speak it: requests with a length, one after the other.
 */
final class EventLoop {
  private static final int BACKLOG = 16_384;
  private static final int BUFFER = 1 << 17;

  /** An answer that is written later. */
  private record Later(Connection connection, Kind kind, long due) {}

  private final ServerSocketChannel listening;
  private final Selector selector;
  private final Answers answers = new Answers();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final byte[] bytes = new byte[BUFFER];
  private final Map<Kind, Long> requests = new EnumMap<>(Kind.class);
  private final Deque<Later> delayed = new ArrayDeque<>();
  private final List<Later> held = new ArrayList<>();
  private long tokenDelay;
  private boolean holding;

  EventLoop() throws IOException {
    listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listening.configureBlocking(false);
    selector = Selector.open();
    listening.register(selector, SelectionKey.OP_ACCEPT);
  }

  int port() {
    return listening.socket().getLocalPort();
  }

  /** Serves until the process ends. */
  void run() throws IOException {
    while (true) {
      Later next = delayed.peek();
      if (next == null) {
        selector.select(this::serve);
      } else {
        long left = TimeUnit.NANOSECONDS.toMillis(next.due() - System.nanoTime());
        selector.select(this::serve, Math.max(1, left));
        answerDelayed();
      }
    }
  }

  private void serve(SelectionKey key) {
    if (!(key.attachment() instanceof Connection connection)) {
      accept();
      return;
    }
    try {
      if (key.isWritable()) {
        connection.writeRest();
      } else {
        read(connection);
      }
    } catch (IOException | IllegalArgumentException e) {
      connection.close();
    }
  }

  private void accept() {
    try {
      for (SocketChannel c = listening.accept(); c != null; c = listening.accept()) {
        c.configureBlocking(false);
        c.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = c.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(c, key));
      }
    } catch (IOException e) {
      System.err.println("can't accept: " + e);
    }
  }

  private void read(Connection connection) throws IOException {
    int end = connection.read(buffer, bytes);
    if (end < 0) {
      connection.close();
      return;
    }
    int from = 0;
    for (int to = HttpRequest.end(bytes, from, end); to > 0; ) {
      answer(connection, HttpRequest.kind(bytes, from), from);
      from = to;
      to = HttpRequest.end(bytes, from, end);
    }
    connection.keep(bytes, from, end);
  }

  private void answer(Connection connection, Kind kind, int from) throws IOException {
    if (kind == Kind.CONTROL) {
      control(connection, from);
      return;
    }
    requests.merge(kind, 1L, Long::sum);
    if (kind == Kind.IAMPORT_TOKEN) {
      if (tokenDelay > 0) {
        delayed.add(new Later(connection, kind, System.nanoTime() + tokenDelay));
        return;
      }
    } else if (holding) {
      held.add(new Later(connection, kind, 0));
      return;
    }
    connection.write(answers.to(kind));
  }

  /** Each is a {@code GET /control/WORD} or {@code GET /control/WORD/NUMBER}. */
  private void control(Connection connection, int from) throws IOException {
    int start = from + "GET /control/".length();
    int end = start;
    while (bytes[end] != ' ') {
      end++;
    }
    String[] words = new String(bytes, start, end - start, StandardCharsets.US_ASCII).split("/", 2);
    switch (words[0]) {
      case "hold" -> holding = true;
      case "release" -> release();
      case "token-delay" -> tokenDelay = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[1]));
      case "counts" -> {} // Every answer has them.
      default -> throw new IOException("no control is called " + words[0]);
    }
    connection.write(Answers.text(counts().toText()));
    connection.close();
  }

  private void release() {
    holding = false;
    held.forEach(this::answer);
    held.clear();
  }

  /** A client that is gone by then is no reason to let the others wait. */
  private void answer(Later later) {
    try {
      later.connection().write(answers.to(later.kind()));
    } catch (IOException e) {
      later.connection().close();
    }
  }

  private void answerDelayed() {
    Later next = delayed.peek();
    while (next != null && next.due() <= System.nanoTime()) {
      delayed.remove();
      answer(next);
      next = delayed.peek();
    }
  }

  private Counts counts() {
    return new Counts(requests, held.size());
  }
}
