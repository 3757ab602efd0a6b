package kr.pgsdk.sandbox.toss;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.sandbox.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Which feature answers which method and path; the first that fits does. */
final class TossRoutes {
  private static final String VARIABLE = "{id}";

  /** What answers a request: a JSON value, null for an empty body, or a whole response. */
  interface Handler {
    @Nullable Object answer(TossCall call);
  }

  private record Route(String method, List<String> path, Handler handler) {
    /** The path's variables, or null if it is another path. */
    @Nullable List<String> variablesOf(List<String> segments) {
      if (segments.size() != path.size()) {
        return null;
      }
      List<String> variables = new ArrayList<>();
      for (int i = 0; i < path.size(); i++) {
        if (path.get(i).equals(VARIABLE)) {
          variables.add(segments.get(i));
        } else if (!path.get(i).equals(segments.get(i))) {
          return null;
        }
      }
      return variables;
    }
  }

  private final List<Route> routes = new ArrayList<>();

  /** Adds a route; a segment <code>{id}</code> of its path stands for any text. */
  void on(String method, String path, Handler handler) {
    routes.add(new Route(method, List.of(path.substring(1).split("/", -1)), handler));
  }

  /** What the feature says to {@code request}: as {@link Handler}. */
  @Nullable Object answer(WireRequest request) {
    List<String> segments;
    try {
      segments = request.segments();
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    for (Route route : routes) {
      if (route.method().equals(request.method())) {
        List<String> variables = route.variablesOf(segments);
        if (variables != null) {
          return route.handler().answer(new TossCall(request, variables));
        }
      }
    }
    throw TossRefusal.of("NOT_FOUND");
  }
}
