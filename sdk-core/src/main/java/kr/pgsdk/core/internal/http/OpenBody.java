package kr.pgsdk.core.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;

/** A response's body that is still coming in. */
interface OpenBody {
  /**
   * Reads what has come in; waits only if nothing has.
   *
   * @param limit how long it may wait
   * @return how many bytes are in {@code buffer} now; -1 at the end
   * @throws IOException if the body breaks off, or nothing came in time
   */
  int read(byte[] buffer, Duration limit) throws IOException;

  /** Gives the connection back, or ends it if the body wasn't read to its end. Idempotent. */
  void close();

  /** A body that has come in already. */
  static OpenBody of(byte[] bytes) {
    ByteArrayInputStream unread = new ByteArrayInputStream(bytes);
    return new OpenBody() {
      @Override
      public int read(byte[] buffer, Duration limit) {
        return unread.read(buffer, 0, buffer.length);
      }

      @Override
      public void close() {}
    };
  }
}
