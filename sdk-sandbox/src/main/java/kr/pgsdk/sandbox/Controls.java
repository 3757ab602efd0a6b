package kr.pgsdk.sandbox;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.BackOffice;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import kr.pgsdk.sandbox.wire.WireWebhook;
import org.jspecify.annotations.Nullable;

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
  private final BackOffice office;
  private final WebhookSender sender;

  Controls(
      String gateway,
      List<BuyerAction> actions,
      SandboxClock clock,
      Faults faults,
      BackOffice office,
      WebhookSender sender) {
    this.sender = sender;
    this.gateway = gateway;
    this.office = office;
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
  WireResponse answer(WireRequest request, String url) throws InterruptedException {
    try {
      return route(request, url);
    } catch (IllegalArgumentException e) {
      return error(400, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      // Rightly asked, but at the wrong time: no account waits, the window stays shut.
      return error(409, String.valueOf(e.getMessage()));
    }
  }

  private WireResponse route(WireRequest request, String url) throws InterruptedException {
    String call = request.method() + " " + request.path();
    String buyer = "POST " + ROOT + "/buyer/";
    if (call.startsWith(buyer)) {
      return act(call.substring(buyer.length()), request.body());
    }
    return switch (call) {
      case "GET " + ROOT, "GET " + ROOT + "/" ->
          WireResponse.of(
              200,
              "text/plain; charset=utf-8",
              ControlPage.of(gateway, List.copyOf(actions.values()), url));
      case "POST " + ROOT + "/webhooks" -> webhooks(request.body());
      case "POST " + ROOT + "/clock" -> advance(request.body());
      case "POST " + ROOT + "/faults" -> inject(request.body());
      case "DELETE " + ROOT + "/faults" -> letGo();
      default -> error(404, "there is no " + call + "; GET " + url + ROOT + " lists what there is");
    };
  }

  private WireResponse act(String name, String body) {
    BuyerAction action = actions.get(name);
    if (action == null) {
      return error(404, "a buyer at " + gateway + " can: " + String.join(", ", actions.keySet()));
    }
    return json(200, action.act().apply(ControlBody.of(body, action.fields()), office));
  }

  /** Shows what the gateway sends about a payment now; sends it too if there is an address. */
  private WireResponse webhooks(String text) {
    ControlBody body = ControlBody.of(text, List.of("paymentId", "url", "sendTo"));
    if (body.has("sendTo")) {
      URI shop = url(body.text("sendTo"));
      sender.sendTo(shop);
      return json(200, Map.of("sendTo", shop.toString()));
    }
    URI url = body.has("url") ? url(body.text("url")) : null;
    List<Object> webhooks = new ArrayList<>();
    for (WireWebhook wire : office.webhooks(body.paymentId())) {
      SandboxWebhook webhook = new SandboxWebhook(wire);
      Map<String, Object> headers = new LinkedHashMap<>();
      wire.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("headers", headers);
      json.put("body", wire.body());
      if (url != null) {
        try {
          json.put("answered", BigDecimal.valueOf(webhook.deliverTo(url)));
        } catch (IOException e) {
          json.put("answered", null);
        }
      }
      webhooks.add(json);
    }
    return json(200, Map.of("webhooks", webhooks));
  }

  private static URI url(String text) {
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Refused like any other.
    }
    throw new IllegalArgumentException("url must be an http or https address");
  }

  private WireResponse advance(String body) {
    String text = ControlBody.of(body, List.of("advance")).text("advance");
    try {
      clock.advance(Duration.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "advance must be an ISO 8601 duration of days or less, such as PT10M or P15D", e);
    }
    return json(200, Map.of("now", clock.instant().toString()));
  }

  private WireResponse inject(String body) {
    Fault fault = ControlBody.of(body, ControlBody.OF_A_FAULT).fault();
    faults.inject(fault);
    return json(200, Map.of("times", fault.times()));
  }

  private WireResponse letGo() throws InterruptedException {
    return json(200, Map.of("hits", faults.letGo()));
  }

  private static WireResponse error(int status, String message) {
    return json(status, Map.of("error", message));
  }

  private static WireResponse json(int status, Map<String, ?> object) {
    return WireResponse.of(
        status, "application/json; charset=utf-8", Json.write(object, Json.Style.PLAIN) + "\n");
  }
}
