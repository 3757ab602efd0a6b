package kr.pgsdk.core.internal.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.pgsdk.core.http.HttpOptions;

/**
 * What is known of hosts that a base URL may name by mistake. Of any other host nothing is known:
 * it may be a proxy or a sandbox, under whatever path.
 *
 * @param apis where the gateway's API is; the first is named to the user
 * @param others by the end of a host's name, what is there instead
 */
public record KnownHosts(List<String> apis, Map<String, String> others) {
  /**
   * Checks a base URL.
   *
   * @throws IllegalArgumentException if the gateway's API isn't there
   */
  public void check(HttpOptions http) {
    URI url = http.baseUrl().orElse(null);
    if (url != null) {
      check(url);
    }
  }

  private void check(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    String api = "https://".concat(apis.get(0));
    if (apis.contains(host)) {
      if (url.getRawPath().replace("/", "").isEmpty()) {
        return;
      }
      throw new IllegalArgumentException(
          "base URL must have no path at "
              + host
              + ": leave it off, every path of the API begins at "
              + api);
    }
    for (Map.Entry<String, String> other : others.entrySet()) {
      String domain = other.getKey();
      if (host.equals(domain) || host.endsWith(".".concat(domain))) {
        throw new IllegalArgumentException(
            "base URL " + other.getValue() + ": the API is at " + api + ", which is the default");
      }
    }
  }
}
