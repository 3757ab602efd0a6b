package kr.pgsdk.durable.store;

import org.jspecify.annotations.Nullable;

/**
 * The store couldn't read or write. The transaction was rolled back, unless the response to its
 * commit was lost.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What to do about it. */
  public enum Kind {
    /** Run the transaction again: a deadlock, a lock wait, a lost connection. */
    TRANSIENT,
    /**
     * Another transaction has locked the order's row for too long, such as that of a slow handler:
     * nothing was done. Try again later.
     */
    BUSY,
    /** A unique key is taken. */
    DUPLICATE,
    /** A later version of the SDK wrote a row that this one can't read: leave it alone. */
    LATER_VERSION,
    /** A fault of the database or of the schema: an operator must look. */
    OTHER
  }

  private final Kind kind;

  /** Returns an exception. */
  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What to do about it. */
  public Kind kind() {
    return kind;
  }
}
