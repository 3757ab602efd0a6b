package kr.pgsdk.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import kr.pgsdk.benchmarks.clients.Gateway;

/** Whole responses, head and body, made once: real ones, as the SDK's tests keep them. */
final class Responses {
  // When the sample was approved (12:18:14+09:00): a response dated much later would be a replay.
  private static final String DATE = "Tue, 13 Feb 2024 03:18:14 GMT";

  private static final String CONFIRM = "POST " + Gateway.TOSS.path() + "confirm";

  private final Map<String, byte[]> responses = new HashMap<>();
  private final String done;

  Responses() {
    Gateway toss = Gateway.TOSS;
    done = sample("toss/01-payment-card-done-easypay-card.json");
    responses.put("GET " + toss.path() + toss.paymentId(), ok(done));
    responses.put(CONFIRM, ok(done));
    responses.put(
        "POST " + toss.path() + toss.cancelledId() + "/cancel",
        ok(sample("toss/03-payment-card-partial-canceled.json")));

    Gateway iamport = Gateway.IAMPORT;
    String cancelled = sample("iamport/12-cancel-full-kcp-success-raw.json");
    responses.put(
        "GET " + iamport.path() + iamport.paymentId(),
        ok(sample("iamport/05-payment-card-inicis-paid-raw.json")));
    responses.put("GET " + iamport.path() + iamport.cancelledId(), ok(beforeCancel(cancelled)));
    responses.put("POST " + iamport.path() + "cancel", ok(cancelled));
    responses.put("POST /users/getToken", ok(sample("iamport/01-token-success-fresh.json")));
  }

  /**
   * Returns the response to a method and path, such as {@code GET /payments/imp_1}. A confirm of a
   * payment that Toss doesn't know is answered with the sample, as that payment of that order.
   */
  byte[] to(String target, String body) {
    if (target.equals(CONFIRM) && !body.contains(Gateway.TOSS.paymentId())) {
      return ok(
          done.replace(Gateway.TOSS.paymentId(), member(body, "paymentKey"))
              .replace(Gateway.TOSS.orderId(), member(body, "orderId")));
    }
    byte[] response = responses.get(target);
    return response != null ? response : response("404 Not Found", "text/plain", "not here");
  }

  private static String member(String body, String name) {
    String before = "\"" + name + "\":\"";
    int start = body.indexOf(before) + before.length();
    return body.substring(start, body.indexOf('"', start));
  }

  static byte[] text(String text) {
    return response("200 OK", "text/plain", text);
  }

  private static byte[] ok(String body) {
    return response("200 OK", "application/json; charset=UTF-8", body);
  }

  private static byte[] response(String status, String type, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head =
        "HTTP/1.1 %s\r\nDate: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, DATE, type, length);
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String sample(String name) {
    try (InputStream in = Responses.class.getResourceAsStream("/samples/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no sample " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a cancelled payment of Iamport as it was before. */
  private static String beforeCancel(String cancelled) {
    return cancelled
        .replace("\"status\":\"cancelled\"", "\"status\":\"paid\"")
        .replace("\"cancel_amount\":100", "\"cancel_amount\":0")
        .replaceFirst("\"cancel_history\":\\[[^]]*]", "\"cancel_history\":[]")
        .replaceFirst("\"cancel_receipt_urls\":\\[[^]]*]", "\"cancel_receipt_urls\":[]")
        .replaceFirst("\"cancel_reason\":\"[^\"]*\"", "\"cancel_reason\":null")
        .replaceFirst(
            ",\"cancelled_at\":[0-9]+,\"card_code\"", ",\"cancelled_at\":0,\"card_code\"");
  }
}
