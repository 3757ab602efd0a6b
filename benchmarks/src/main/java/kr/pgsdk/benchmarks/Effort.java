package kr.pgsdk.benchmarks;

import java.util.List;
import kr.pgsdk.benchmarks.clients.Gateway;

/** How long is measured. */
public enum Effort {
  /** A glance at each row, for the build: its figures mean nothing. */
  GLANCE,

  /** A few minutes. */
  QUICK,

  /** More rounds. */
  FULL;

  /** Whose payments: a glance is at the gateway alone that has a token. */
  public List<Gateway> gateways() {
    return this == GLANCE ? List.of(Gateway.IAMPORT) : List.of(Gateway.values());
  }

  /** Returns the value for this effort. */
  public int pick(int glance, int quick, int full) {
    return switch (this) {
      case GLANCE -> glance;
      case QUICK -> quick;
      case FULL -> full;
    };
  }
}
