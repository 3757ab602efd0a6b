package kr.pgsdk.sandbox.portone;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.sandbox.wire.WireRequest;

/** Which feature answers which method and path; the first that fits does. */
final class PortOneRoutes {
  /** What answers a request: a JSON value. */
  interface Handler {
    Object answer(PortOneCall call);
  }

  /**
   * One operation.
   *
   * @param open whether it takes no credential
   */
  record Route(String method, List<String> path, boolean open, Handler handler) {
    private boolean fits(String asked, List<String> segments) {
      if (!method.equals(asked) || segments.size() != path.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        if (!isVariable(path.get(i)) && !path.get(i).equals(segments.get(i))) {
          return false;
        }
      }
      return true;
    }

    Object answer(WireRequest request) {
      List<String> variables = new ArrayList<>();
      List<String> segments = request.segments();
      for (int i = 0; i < path.size(); i++) {
        if (isVariable(path.get(i))) {
          variables.add(segments.get(i));
        }
      }
      return handler.answer(new PortOneCall(request, variables));
    }

    private static boolean isVariable(String segment) {
      return segment.startsWith("{");
    }
  }

  private final List<Route> routes = new ArrayList<>();

  /** Adds an operation; a segment <code>{id}</code> of its path stands for any text. */
  void on(String method, String path, Handler handler) {
    add(method, path, false, handler);
  }

  /** The same for one that anybody may ask. */
  void onOpen(String method, String path, Handler handler) {
    add(method, path, true, handler);
  }

  private void add(String method, String path, boolean open, Handler handler) {
    routes.add(new Route(method, List.of(path.substring(1).split("/", -1)), open, handler));
  }

  /** The operation that {@code request} is for. */
  Route find(WireRequest request) {
    List<String> segments;
    try {
      segments = request.segments();
    } catch (IllegalArgumentException e) {
      throw PortOneRefusal.invalid("경로가 올바르지 않습니다.");
    }
    return routes.stream()
        .filter(route -> route.fits(request.method(), segments))
        .findFirst()
        .orElseThrow(() -> PortOneRefusal.undocumented(404, "NOT_FOUND", "존재하지 않는 API입니다."));
  }
}
