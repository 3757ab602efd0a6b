package kr.pgsdk.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.WireAnswer;
import kr.pgsdk.sandbox.wire.WireRequest;

/**
 * The door of one server through which people, and shops in other processes, play the buyer, move
 * the clock and let things go wrong: paths of its own beside the gateway's. {@link ControlPage}
 * describes it to those who use it.
 */
final class Controls {
  static final String ROOT = "/sandbox";

  private final String gateway;
  private final Map<String, BuyerAction> actions = new LinkedHashMap<>();
  private final SandboxClock clock;
  private final Faults faults;

  Controls(String gateway, List<BuyerAction> actions, SandboxClock clock, Faults faults) {
    this.gateway = gateway;
    this.clock = clock;
    this.faults = faults;
    actions.forEach(action -> this.actions.put(action.name(), action));
  }

  /** Whether a request with this target is for this door, not for the gateway. */
  static boolean isMeantBy(String target) {
    return target.startsWith(ROOT)
        && (target.length() == ROOT.length() || "/?".indexOf(target.charAt(ROOT.length())) >= 0);
  }

  /**
   * Does what {@code request} asks for.
   *
   * @param url where this server listens
   * @throws InterruptedException while it waited for held requests to end
   */
  WireAnswer answer(WireRequest request, String url) throws InterruptedException {
    try {
      return route(request, url);
    } catch (IllegalArgumentException e) {
      return error(400, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      // Rightly asked, but at the wrong time: no account waits, the window stays shut.
      return error(409, String.valueOf(e.getMessage()));
    }
  }

  private WireAnswer route(WireRequest request, String url) throws InterruptedException {
    String call = request.method() + " " + request.path();
    String buyer = "POST " + ROOT + "/buyer/";
    if (call.startsWith(buyer)) {
      return act(call.substring(buyer.length()), request.body());
    }
    return switch (call) {
      case "GET " + ROOT, "GET " + ROOT + "/" ->
          WireAnswer.of(
              200,
              "text/plain; charset=utf-8",
              ControlPage.of(gateway, List.copyOf(actions.values()), url));
      case "POST " + ROOT + "/clock" -> advance(request.body());
      case "POST " + ROOT + "/faults" -> inject(request.body());
      case "DELETE " + ROOT + "/faults" -> letGo();
      default -> error(404, "there is no " + call + "; GET " + url + ROOT + " lists what there is");
    };
  }

  private WireAnswer act(String name, String body) {
    BuyerAction action = actions.get(name);
    if (action == null) {
      return error(404, "a buyer at " + gateway + " can: " + String.join(", ", actions.keySet()));
    }
    BrowserReturn back = action.act().apply(ControlBody.of(body, action.fields()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("paymentId", back.paymentId().value());
    json.put("orderId", back.orderId().value());
    json.put("amount", back.amount().toPlainString());
    json.put("currency", back.amount().currency());
    return json(200, json);
  }

  private WireAnswer advance(String body) {
    String text = ControlBody.of(body, List.of("advance")).text("advance");
    try {
      clock.advance(Duration.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "advance must be an ISO 8601 duration of days or less, such as PT10M or P15D", e);
    }
    return json(200, Map.of("now", clock.instant().toString()));
  }

  private WireAnswer inject(String body) {
    Fault fault = FaultKind.fault(ControlBody.of(body, FaultKind.FIELDS));
    faults.inject(fault);
    return json(200, Map.of("times", fault.times));
  }

  private WireAnswer letGo() throws InterruptedException {
    return json(200, Map.of("hits", faults.letGo()));
  }

  private static WireAnswer error(int status, String message) {
    return json(status, Map.of("error", message));
  }

  private static WireAnswer json(int status, Map<String, ?> object) {
    return WireAnswer.of(
        status, "application/json; charset=utf-8", Json.write(object, Json.Style.PLAIN) + "\n");
  }
}
