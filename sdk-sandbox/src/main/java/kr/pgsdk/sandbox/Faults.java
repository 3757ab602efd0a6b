package kr.pgsdk.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The faults of one gateway, in the order they were injected. Thread-safe. */
final class Faults {
  private final List<InjectedFault> injected = new CopyOnWriteArrayList<>();

  InjectedFault inject(Fault fault) {
    InjectedFault added = new InjectedFault(fault);
    injected.add(added);
    return added;
  }

  /** Returns the first fault that hits {@code request}, or null. */
  @Nullable InjectedFault take(JournalEntry request) {
    for (InjectedFault candidate : injected) {
      if (candidate.matches(request) && candidate.hit()) {
        return candidate;
      }
    }
    return null;
  }

  /** Like {@link #take}, but only if that fault keeps the body from being read. */
  @Nullable InjectedFault takeUnread(JournalEntry head) {
    // Conditions may count their calls: without such a fault none is asked before the time.
    if (injected.stream().noneMatch(InjectedFault::cutsUnread)) {
      return null;
    }
    for (InjectedFault candidate : injected) {
      if (candidate.matches(head)) {
        return candidate.cutsUnread() && candidate.hit() ? candidate : null;
      }
    }
    return null;
  }

  void clear() {
    injected.forEach(InjectedFault::remove);
  }

  /**
   * Removes all faults, and lets go of every request they hold.
   *
   * @return how many requests they had hit
   */
  int letGo() throws InterruptedException {
    List<InjectedFault> gone = List.copyOf(injected);
    for (InjectedFault fault : gone) {
      fault.remove();
      fault.release();
    }
    injected.removeAll(gone);
    return gone.stream().mapToInt(InjectedFault::hits).sum();
  }

  void abandon() {
    injected.forEach(InjectedFault::abandon);
  }
}
