package kr.pgsdk.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** How the bytes that a server writes leave its socket: at once, or as a fault wants it. */
@FunctionalInterface
interface Pace {
  /** Nothing is in the way. */
  Pace AT_ONCE = OutputStream::write;

  /** Writes these bytes; throws what ends the connection. */
  void write(OutputStream out, byte[] bytes, int offset, int length) throws IOException;

  /** Lets {@code allowed} bytes pass; then the connection ends. */
  static Pace breakingOffAfter(int allowed) {
    int[] left = {allowed};
    return (out, bytes, offset, length) -> {
      int passing = Math.min(left[0], length);
      out.write(bytes, offset, passing);
      out.flush();
      left[0] -= passing;
      if (left[0] == 0) {
        throw new IOException("cut by a fault");
      }
    };
  }

  /** One byte at a time, with the fault's pause before each until it is released. */
  static Pace byteByByte(InjectedFault fault) {
    return (out, bytes, offset, length) -> {
      for (int i = offset; i < offset + length; i++) {
        pause(fault);
        out.write(bytes, i, 1);
        out.flush();
      }
    };
  }

  /** Interim answers first. */
  static Pace afterContinue(long times) {
    long[] left = {times};
    return (out, bytes, offset, length) -> {
      for (; left[0] > 0; left[0]--) {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
      }
      out.write(bytes, offset, length);
    };
  }

  /** In place of all that is written: a status line, and headers until the client goes away. */
  static Pace headWithoutEnd(int status) {
    return (out, bytes, offset, length) -> {
      out.write(("HTTP/1.1 " + status + " OK\r\n").getBytes(US_ASCII));
      byte[] more = "X-Filler: and one more\r\n".repeat(100).getBytes(US_ASCII);
      while (true) {
        out.write(more);
      }
    };
  }

  /** Waits for the fault's pause, unless it is released. */
  static void pause(InjectedFault fault) throws IOException {
    waitFor(() -> fault.pause(fault.fault.time()));
  }

  /** Waits until the fault is released. */
  static void whenReleased(InjectedFault fault) throws IOException {
    waitFor(fault::awaitRelease);
  }

  /** A closed sandbox ends the wait, and the connection. */
  private static void waitFor(FaultedExecution.Hold hold) throws IOException {
    try {
      hold.await();
    } catch (InterruptedException e) {
      InterruptedIOException ended = new InterruptedIOException(e.getMessage());
      ended.initCause(e);
      throw ended;
    }
  }
}
