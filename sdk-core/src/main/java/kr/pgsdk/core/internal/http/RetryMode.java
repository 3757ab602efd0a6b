package kr.pgsdk.core.internal.http;

/** How often a request may be sent. */
public enum RetryMode {
  /** Moves no money: repeated on transport failure, 408, 429, 502, 503 and 504. */
  SAFE,
  /** Moves money under an idempotency key: repeated with the same key. */
  KEYED,
  /** Moves money and can't be recognised by the gateway: never repeated. */
  ONCE
}
