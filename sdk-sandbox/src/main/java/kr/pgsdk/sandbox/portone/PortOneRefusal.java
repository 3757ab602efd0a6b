package kr.pgsdk.sandbox.portone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PortOne says no, with one of its error types. */
final class PortOneRefusal extends RuntimeException {
  final int status;
  private final Map<String, @Nullable Object> body = new LinkedHashMap<>();

  private PortOneRefusal(int status, String type, String message) {
    super(type, null, false, false);
    this.status = status;
    body.put("type", type);
    body.put("message", message);
  }

  /** The refusal of this type, with its documented status. */
  static PortOneRefusal of(String type) {
    return of(type, PortOneErrors.message(type));
  }

  /** The same in other words. */
  static PortOneRefusal of(String type, String message) {
    return new PortOneRefusal(PortOneErrors.status(type), type, message);
  }

  /** What no document has words for. */
  static PortOneRefusal undocumented(int status, String type, String message) {
    return new PortOneRefusal(status, type, message);
  }

  /** A request that isn't what the operation takes. */
  static PortOneRefusal invalid(String why) {
    return of("INVALID_REQUEST", why);
  }

  /** What the payment company behind the channel refuses: 502, and no accident. */
  static PortOneRefusal byCompany(String pgCode, String pgMessage) {
    PortOneRefusal refusal = of("PG_PROVIDER");
    refusal.body.put("pgCode", pgCode);
    refusal.body.put("pgMessage", pgMessage);
    return refusal;
  }

  /** The JSON it comes with. */
  Map<String, @Nullable Object> json() {
    return body;
  }
}
