package kr.pgsdk.sandbox.iamport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** The table of operations; each feature adds its own. */
final class IamportRoutes {
  private final List<IamportRoute> routes = new ArrayList<>();

  /** Adds an operation that answers with {@code response} in the envelope of a success. */
  IamportRoutes on(String method, String path, Function<IamportCall, Object> response) {
    return answer(method, path, call -> IamportEnvelope.success(response.apply(call)));
  }

  /** Adds an operation that makes its whole response. */
  IamportRoutes answer(String method, String path, Function<IamportCall, WireResponse> act) {
    routes.add(new IamportRoute(method, path, act));
    return this;
  }

  /** Returns what the request asks for, or null if Iamport has no such path. */
  @Nullable IamportRoute find(WireRequest request) {
    List<String> segments;
    try {
      segments = segments(request);
    } catch (IllegalArgumentException e) {
      return null;
    }
    List<IamportRoute> fitting =
        routes.stream()
            .filter(route -> route.fits(segments))
            .sorted(Comparator.comparing(IamportRoute::precedence))
            .toList();
    if (fitting.isEmpty()) {
      return null;
    }
    String path = fitting.get(0).path();
    return fitting.stream()
        .filter(route -> route.is(request.method(), path))
        .findFirst()
        .orElse(new IamportRoute(request.method(), path, IamportRoutes::wrongMethod));
  }

  /**
   * The segments of the path. A slash at the end counts for nothing: GET /payments/ with an empty
   * imp_uid is GET /payments.
   */
  static List<String> segments(WireRequest request) {
    request.requireReadable();
    List<String> segments = request.segments();
    int last = segments.size() - 1;
    return last > 0 && segments.get(last).isEmpty() ? segments.subList(0, last) : segments;
  }

  private static WireResponse wrongMethod(IamportCall call) {
    throw new IamportRefusal(405, -1, "Method Not Allowed");
  }
}
