package kr.pgsdk.sandbox.portone;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** What was answered under an {@code Idempotency-Key}. Guarded by the simulation's lock. */
final class PortOneIdempotency {
  // API overview: kept for 3 hours; 16 to 256 ASCII characters, in double quotes.
  private static final Duration LIFE = Duration.ofHours(3);
  private static final Pattern QUOTED = Pattern.compile("\"[ !#-\\[\\]-~]{16,256}\"");
  private static final Pattern BARE = Pattern.compile("[!#-\\[\\]-~]{16,256}");

  /** One use of a key; without a response while the first request is running. */
  static final class Use {
    private final Instant firstUse;
    private final String asked;
    private @Nullable WireResponse answer;

    private Use(Instant firstUse, String asked) {
      this.firstUse = firstUse;
      this.asked = asked;
    }

    /** The first response, or null while there is none. */
    @Nullable WireResponse answer() {
      return answer;
    }
  }

  private final Map<String, Use> uses = new HashMap<>();
  private final Switches switches;

  PortOneIdempotency(Switches switches) {
    this.switches = switches;
  }

  /** The key of a request, or null if it has none or its method ignores it. */
  @Nullable String key(WireRequest request) {
    String key = request.method().equals("GET") ? null : request.header("Idempotency-Key");
    if (key == null || QUOTED.matcher(key).matches()) {
      return key;
    }
    if (BARE.matcher(key).matches() && switches.isOn(Switch.PORTONE_ACCEPTS_UNQUOTED_KEYS)) {
      return '"' + key + '"';
    }
    throw PortOneRefusal.invalid("Idempotency-Key는 큰따옴표로 감싼 16~256자의 ASCII 문자열이어야 합니다.");
  }

  /**
   * Returns the earlier use of this key, or null after noting that this is the first.
   *
   * @throws PortOneRefusal if it was another request's, and PortOne looks
   */
  @Nullable Use begin(String key, WireRequest request, Instant now) {
    Use use = uses.get(slot(key, request));
    if (use != null && now.isBefore(use.firstUse.plus(LIFE))) {
      if (!use.asked.equals(asked(request)) && switches.isOn(Switch.PORTONE_REFUSES_REUSED_KEYS)) {
        throw PortOneRefusal.invalid("다른 요청에 사용된 Idempotency-Key입니다.");
      }
      return use;
    }
    uses.put(slot(key, request), new Use(now, asked(request)));
    return null;
  }

  /** Keeps the answer to the first use, or frees the key if there was none to keep. */
  void finish(String key, WireRequest request, @Nullable WireResponse answer) {
    String slot = slot(key, request);
    Use use = uses.get(slot);
    if (use != null && answer != null && isKept(answer.status())) {
      use.answer = answer;
    } else {
      uses.remove(slot);
    }
  }

  private boolean isKept(int status) {
    if (status < 400) {
      return true;
    }
    if (status < 500) {
      return !switches.isOn(Switch.PORTONE_FORGETS_REFUSALS);
    }
    return status == 502
        ? !switches.isOn(Switch.PORTONE_FORGETS_PG_ERRORS)
        : switches.isOn(Switch.PORTONE_STORES_SERVER_ERRORS);
  }

  private String slot(String key, WireRequest request) {
    return switches.isOn(Switch.PORTONE_KEYS_COUNT_ALONE)
        ? key
        : request.method() + " " + request.path() + " " + key;
  }

  private static String asked(WireRequest request) {
    return request.method() + " " + request.target() + "\n" + request.body();
  }
}
