package kr.pgsdk.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which switches are on. They may be turned while the sandbox runs. Thread-safe. */
public final class Switches {
  private final Set<Switch> first;
  private volatile Set<Switch> on;

  Switches(Set<Switch> on) {
    this.first = Set.copyOf(on);
    this.on = first;
  }

  /** As they were at the start. */
  synchronized void reset() {
    on = first;
  }

  /** Turns these on, and leaves the others as they are. */
  public synchronized void on(Switch... switches) {
    Set<Switch> after = new HashSet<>(on);
    after.addAll(List.of(switches));
    on = Set.copyOf(after);
  }

  /** Turns these off, and leaves the others as they are. */
  public synchronized void off(Switch... switches) {
    Set<Switch> after = new HashSet<>(on);
    List.of(switches).forEach(after::remove);
    on = Set.copyOf(after);
  }

  /** Whether it is on. */
  public boolean isOn(Switch which) {
    return on.contains(which);
  }
}
