package kr.pgsdk.core.internal.http;

import okhttp3.HttpUrl;

/** Path and query of a request as they would go over the wire. */
public final class Target {
  private static final HttpUrl BASE = HttpUrl.get("http://localhost/");

  private Target() {}

  /** Returns path and query, encoded. */
  public static String of(HttpRequest request) {
    String raw = request.target().rawPath();
    if (raw != null) {
      return raw;
    }
    HttpUrl built = request.target().at(BASE);
    String query = built.encodedQuery();
    return query == null ? built.encodedPath() : built.encodedPath() + "?" + query;
  }
}
