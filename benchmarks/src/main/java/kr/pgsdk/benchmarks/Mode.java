package kr.pgsdk.benchmarks;

/** How long is measured. */
public enum Mode {
  /** A glance at each benchmark, for the build: the figures mean nothing. */
  MOMENT,

  /** Ten minutes on two cores; everything but the million finds. */
  SHORT,

  /** Everything, with more rounds. */
  FULL;

  /** Returns the value for this mode. */
  public <T> T pick(T moment, T inShort, T inFull) {
    return switch (this) {
      case MOMENT -> moment;
      case SHORT -> inShort;
      case FULL -> inFull;
    };
  }
}
