package kr.pgsdk.core.internal.http;

/** How often a request may be sent; {@link RetryRules} decides by it. */
public enum RetryMode {
  /** Moves no money: repeated if no whole response came, or one that may change soon. */
  SAFE,
  /** Moves money under an idempotency key: repeated with the same key. */
  KEYED,
  /** Moves money and can't be recognised by the gateway: never repeated. */
  ONCE
}
