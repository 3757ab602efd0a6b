package kr.pgsdk.core.internal.json;

import java.io.IOException;

/** Bytes of a document that is still coming in. */
@FunctionalInterface
public interface JsonSource {
  /**
   * Reads what has come in; waits only if nothing has.
   *
   * @return how many bytes are in {@code buffer} now; -1 at the end
   * @throws IOException if the document can't be read to its end
   */
  int read(byte[] buffer) throws IOException;
}
