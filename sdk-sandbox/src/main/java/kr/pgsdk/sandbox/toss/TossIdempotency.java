package kr.pgsdk.sandbox.toss;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * What was answered under an {@code Idempotency-Key}. The key counts together with URL and method,
 * not with the body (reference, authorization). Guarded by the simulation's lock.
 */
final class TossIdempotency {
  private static final Duration LIFE = Duration.ofDays(15);

  /** One use of a key; without a response while the first request is running. */
  static final class Use {
    private final Instant firstUse;
    private @Nullable WireResponse answer;
    private @Nullable String traceId;

    private Use(Instant firstUse) {
      this.firstUse = firstUse;
    }

    /** The first response, or null while there is none. */
    @Nullable WireResponse answer() {
      return answer;
    }

    /** The trace id of the first response. */
    @Nullable String traceId() {
      return traceId;
    }
  }

  private record Slot(String key, String method, String target) {}

  private final Map<Slot, Use> uses = new HashMap<>();

  /** Returns the earlier use of this key, or null after noting that this is the first. */
  @Nullable Use begin(String key, WireRequest request, Instant now) {
    Slot slot = slot(key, request);
    Use use = uses.get(slot);
    if (use != null && now.isBefore(use.firstUse.plus(LIFE))) {
      return use;
    }
    uses.put(slot, new Use(now));
    return null;
  }

  /** Keeps the answer to the first use. */
  void finish(String key, WireRequest request, WireResponse answer, String traceId) {
    Use use = uses.get(slot(key, request));
    if (use != null) {
      use.answer = answer;
      use.traceId = traceId;
    }
  }

  /** Frees a key whose first use has left no response. */
  void forget(String key, WireRequest request) {
    uses.remove(slot(key, request));
  }

  private static Slot slot(String key, WireRequest request) {
    return new Slot(key, request.method(), request.target());
  }
}
