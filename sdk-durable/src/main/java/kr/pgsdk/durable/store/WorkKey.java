package kr.pgsdk.durable.store;

/** A piece of work: look at an order and deliver it, tell its effects, or send a refund. */
public record WorkKey(Kind kind, String subject) {
  /** Kinds of work. */
  public enum Kind {
    /** Deliver what changed of an order, then look at its payments. */
    ORDER,
    /** Tell the handler that is told at least once. */
    EFFECTS,
    /** Send a refund, or look what became of it. */
    REFUND
  }
}
