package kr.pgsdk.core.internal.http;

import java.net.URI;
import java.util.List;
import kr.pgsdk.core.internal.text.Redaction;
import org.jspecify.annotations.Nullable;

/** What a response that can't be read is most likely, and what a person can do about it. */
final class OddResponse {
  private static final int MAX_LOCATION_LENGTH = 2_000;
  private static final int MAX_HOST_LENGTH = 100;

  private OddResponse() {}

  /** Repeats nothing of the response but the host that a redirect names. */
  static String advice(HttpResponse response, Redaction redaction) {
    int status = response.status();
    if (status / 100 == 3) {
      String to = origin(response.header("Location"), redaction);
      return "It is a redirect"
          + (to == null ? "" : " to " + to)
          + ", and the SDK follows none: the credential would go there. Check the base URL, and any"
          + " proxy on the way";
    }
    if (isMarkup(response)) {
      return "It is a page (HTML), not the gateway's JSON: a proxy, a firewall or a maintenance"
          + (status >= 500
              ? " page answered. Call again later"
              : " page answered, or the base URL isn't the address of an API. Check both");
    }
    return "Check the base URL, and any proxy on the way";
  }

  private static boolean isMarkup(HttpResponse response) {
    for (byte b : response.body()) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b == '<';
      }
    }
    return String.valueOf(response.header("Content-Type")).startsWith("text/html");
  }

  private static @Nullable String origin(@Nullable String location, Redaction redaction) {
    if (location == null || location.length() > MAX_LOCATION_LENGTH) {
      return null;
    }
    try {
      URI uri = URI.create(location);
      String host = uri.getHost();
      if (host == null || host.length() > MAX_HOST_LENGTH || uri.getScheme() == null) {
        return null;
      }
      String origin =
          uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
      return redaction.finds(origin, List.of()) ? null : origin;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
