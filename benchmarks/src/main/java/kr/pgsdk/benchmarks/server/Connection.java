package kr.pgsdk.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One client's connection; keeps bytes only while a request or an answer is half through. */
final class Connection {
  private static final byte[] NOTHING = {};

  private final SocketChannel channel;
  private final SelectionKey key;
  private byte[] begun = NOTHING;
  private @Nullable ByteBuffer unsent;

  Connection(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  /** Reads what is there behind the request that was begun; returns its end, -1 after the last. */
  int read(ByteBuffer buffer, byte[] bytes) throws IOException {
    buffer.clear().limit(buffer.capacity() - begun.length);
    int count = channel.read(buffer);
    if (count < 0) {
      return -1;
    }
    System.arraycopy(begun, 0, bytes, 0, begun.length);
    buffer.flip().get(bytes, begun.length, count);
    int end = begun.length + count;
    begun = NOTHING;
    return end;
  }

  /** Keeps the beginning of a request until the rest comes. */
  void keep(byte[] bytes, int from, int to) {
    begun = from == to ? NOTHING : Arrays.copyOfRange(bytes, from, to);
  }

  void write(ByteBuffer answer) throws IOException {
    channel.write(answer);
    if (answer.hasRemaining()) {
      unsent = answer;
      key.interestOps(SelectionKey.OP_WRITE);
    }
  }

  void writeRest() throws IOException {
    ByteBuffer rest = unsent;
    if (rest == null) {
      return;
    }
    channel.write(rest);
    if (!rest.hasRemaining()) {
      unsent = null;
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone, and that was all.
    }
  }
}
