package kr.pgsdk.core.internal.http;

/** What one attempt says about the request it sent. */
enum Verdict {
  /** Answered, and done. */
  DONE,
  /** There was no credential to send it with. */
  NO_CREDENTIAL,
  /** Nothing of it reached a connection. */
  NOT_SENT,
  /** Written, and no whole answer came back. */
  LOST,
  /** Answered in a way that tells nothing: 3xx, 408, 409, 5xx, or not the gateway's JSON. */
  UNCERTAIN,
  /** 429: refused before execution, for now. */
  BUSY,
  /** A definite refusal. */
  REFUSED;

  static Verdict ofError(int status, boolean readable) {
    if (status == 429) {
      return BUSY;
    }
    boolean uncertain =
        !readable || status == 408 || status == 409 || status >= 500 || status / 100 == 3;
    return uncertain ? UNCERTAIN : REFUSED;
  }

  /** Whether the gateway may have done what was asked. */
  boolean mayBeDone() {
    return this == LOST || this == UNCERTAIN;
  }

  /**
   * Whether a request of this kind may be sent again after it; {@code status} is 0 if none came.
   */
  boolean isRepeatable(RetryMode kind, int status) {
    return switch (kind) {
      case ONCE -> false;
      case KEYED -> this == NOT_SENT || this == BUSY || mayBeDone();
      case SAFE ->
          this == NOT_SENT
              || this == LOST
              || this == BUSY
              || status == 408
              || (status >= 502 && status <= 504);
    };
  }
}
