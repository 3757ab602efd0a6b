package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kr.pgsdk.core.internal.http.HttpRequest;

/** What happened in a durable history, to be told if it fails. */
final class Story {
  private static final int LONGEST = 5_000;

  private final Supplier<Instant> now;
  private final boolean kept;
  private final List<String> lines = new ArrayList<>();

  /**
   * Makes a story.
   *
   * @param kept whether it is to be told; otherwise it costs nothing
   */
  Story(Supplier<Instant> now, boolean kept) {
    this.now = now;
    this.kept = kept;
  }

  void add(String what) {
    if (kept && lines.size() < LONGEST) {
      lines.add(now.get() + " " + what);
    }
  }

  void sent(ServerProcess process, HttpRequest request, Call call, int before, String how) {
    if (kept) {
      add(
          process
              + " in "
              + call.asked
              + " sent "
              + request
              + " "
              + call.requests.subList(before, call.requests.size()).stream()
                  .map(sent -> sent + " " + sent.met)
                  .toList()
              + " -> "
              + how);
    }
  }

  void leap(Duration length) {
    add("time leaps by " + length);
  }

  @Override
  public String toString() {
    return String.join("\n  ", lines);
  }
}
