package kr.pgsdk.sandbox.window;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.RandomTexts;
import kr.pgsdk.sandbox.wire.Resources;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the window's server answers. Scripts and windows may come from any shop's page; what the
 * buyer does comes from the window itself alone.
 */
final class WindowRoutes {
  private static final int MOST_SESSIONS = 10_000;
  private static final int SESSION_ID = 32;

  /** Nothing but the window's own files; any page may frame it, as a shop does. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors *";

  private final Map<String, PaymentWindow> windows;
  private final BankRoutes bank;
  private final RandomGenerator random;
  private final Map<String, WindowSession> sessions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WindowSession> eldest) {
          return size() > MOST_SESSIONS;
        }
      };

  WindowRoutes(List<PaymentWindow> windows, BankRoutes bank, RandomGenerator random) {
    this.windows = windows.stream().collect(Collectors.toMap(PaymentWindow::name, w -> w));
    this.bank = bank;
    this.random = random;
  }

  /** Returns the response; every one of them says what a browser may do with it. */
  WireResponse answer(WireRequest request) {
    return route(request)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private WireResponse route(WireRequest request) {
    String path = request.path();
    return switch (request.method() + " " + path) {
      case "GET /v2/standard" -> script("overlay.js", "widget.js", "toss-v2.js");
      case "GET /v1/payment", "GET /v1" -> script("overlay.js", "toss-v1.js");
      case "GET /v1/iamport.js" -> script("overlay.js", "iamport.js");
      case "GET /v2/browser-sdk.js" -> script("overlay.js", "portone.js");
      case "GET /window" -> page("window.html");
      case "GET /window.js" -> file("text/javascript", "window.js");
      case "GET /words.js" -> file("text/javascript", "words.js");
      case "GET /window.css" -> file("text/css", "window.css");
      case "GET /widget" -> page("widget.html");
      case "GET /widget-part.js" -> file("text/javascript", "widget-part.js");
      case "GET /bank" -> page("bank.html");
      case "GET /bank.js" -> file("text/javascript", "bank.js");
      case "GET /bank/accounts" -> json(200, bank.shown());
      case "POST /bank/accounts" -> act(request, bank::act);
      case "POST /open" -> open(request);
      case "GET /session" -> session(request);
      case "POST /session" -> end(request);
      default -> problem(404, "NOT_FOUND", "이 주소에는 아무것도 없습니다.");
    };
  }

  /** A script that keeps its names to itself: these files, one after the other. */
  private static WireResponse script(String... names) {
    String script =
        Arrays.stream(names)
            .map(WindowRoutes::text)
            .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "\n})();\n"));
    return WireResponse.of(200, "text/javascript; charset=utf-8", script)
        .with("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private static WireResponse page(String name) {
    return file("text/html", name).with("Content-Security-Policy", POLICY);
  }

  private static WireResponse file(String type, String name) {
    return WireResponse.of(200, type + "; charset=utf-8", text(name));
  }

  private static String text(String name) {
    return Resources.text(WindowRoutes.class, name);
  }

  /** For the scripts in a shop's page. */
  private WireResponse open(WireRequest request) {
    String origin = Objects.requireNonNullElse(request.header("Origin"), "null");
    WireResponse answer;
    try {
      Fields sent = Fields.of(request.body());
      PaymentWindow window = windows.get(sent.text("gateway", ""));
      if (window == null) {
        throw new IllegalArgumentException("no such gateway");
      }
      WindowSession session = window.open(opening(sent, origin));
      String id;
      synchronized (sessions) {
        id = RandomTexts.alphanumeric(random, SESSION_ID);
        sessions.put(id, session);
      }
      answer = json(200, Map.of("session", id));
    } catch (Refused refused) {
      answer = problem(400, refused.code, String.valueOf(refused.getMessage()));
    } catch (IllegalArgumentException e) {
      answer = problem(400, "INVALID_PARAMETERS", "요청을 읽을 수 없습니다.");
    }
    return answer.with("Access-Control-Allow-Origin", "*");
  }

  private static Opening opening(Fields sent, String origin) {
    return new Opening(
        sent.text("script", ""),
        sent.text("key", ""),
        sent.text("method", ""),
        sent.object("request"),
        Boolean.TRUE.equals(sent.get("framed")),
        origin);
  }

  private WireResponse session(WireRequest request) {
    WindowSession session = session(request.queryValue("id"));
    return session == null ? noSession() : json(200, session.shown());
  }

  private WireResponse end(WireRequest request) {
    WindowSession session = session(request.queryValue("id"));
    return session == null ? noSession() : act(request, sent -> session.end(Choice.of(sent)));
  }

  private static WireResponse act(WireRequest request, Function<Fields, Map<String, Object>> work) {
    if (!isFromTheWindow(request)) {
      return problem(403, "FORBIDDEN", "샌드박스의 페이지에서 온 요청이 아닙니다.");
    }
    try {
      return json(200, work.apply(Fields.of(request.body())));
    } catch (Refused refused) {
      return problem(409, refused.code, String.valueOf(refused.getMessage()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return problem(409, "INVALID_STATE", String.valueOf(e.getMessage()));
    }
  }

  /** A page of another origin can't send JSON without being asked first, and isn't allowed to. */
  private static boolean isFromTheWindow(WireRequest request) {
    String type = request.header("Content-Type");
    String site = request.header("Sec-Fetch-Site");
    return type != null
        && type.startsWith("application/json")
        && (site == null || site.equals("same-origin"));
  }

  private @Nullable WindowSession session(@Nullable String id) {
    synchronized (sessions) {
      return id == null ? null : sessions.get(id);
    }
  }

  private static WireResponse noSession() {
    return problem(404, "NOT_FOUND_SESSION", "열려 있는 결제창이 아닙니다.");
  }

  private static WireResponse problem(int status, String code, String message) {
    return json(status, Map.of("code", code, "message", message));
  }

  private static WireResponse json(int status, Map<String, ?> object) {
    return WireResponse.of(
        status, "application/json; charset=utf-8", Json.write(object, Json.Style.PLAIN));
  }
}
