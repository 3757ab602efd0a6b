package kr.pgsdk.sandbox.history;

import java.util.Arrays;
import kr.pgsdk.sandbox.Switch;

/** The gateway of a history. */
enum Gateway {
  IAMPORT,
  TOSS,
  PORTONE;

  /** Whether a switch is about this gateway, or about all of them. */
  boolean concerns(Switch each) {
    return Arrays.stream(values())
        .noneMatch(other -> other != this && each.name().startsWith(other.name() + "_"));
  }
}
