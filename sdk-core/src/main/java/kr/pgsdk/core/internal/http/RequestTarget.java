package kr.pgsdk.core.internal.http;

import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, below the base URL.
 *
 * @param segments of the path, not encoded; empty if the path is given raw
 * @param rawPath the path as the caller wrote it, for an endpoint the SDK has no method for
 * @param query names and values, not encoded; a name may repeat
 */
public record RequestTarget(
    List<String> segments, @Nullable String rawPath, List<Map.Entry<String, String>> query) {
  public RequestTarget {
    segments = List.copyOf(segments);
    query = List.copyOf(query);
  }

  /** Its address at a server. */
  HttpUrl at(HttpUrl base) {
    if (rawPath != null) {
      String prefix = base.toString();
      return HttpUrl.get(
          (prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix) + rawPath);
    }
    HttpUrl.Builder url = base.newBuilder();
    segments.forEach(url::addPathSegment);
    query.forEach(field -> url.addQueryParameter(field.getKey(), field.getValue()));
    return url.build();
  }
}
