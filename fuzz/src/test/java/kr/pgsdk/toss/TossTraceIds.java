package kr.pgsdk.toss;

import java.util.List;
import kr.pgsdk.core.internal.http.HttpResponse;

/** Opens Toss's reading of its trace id header. */
public final class TossTraceIds {
  private TossTraceIds() {}

  /** All trace ids of an answer. */
  public static List<String> traceIds(HttpResponse answer) {
    return TossResponses.traceIds(answer);
  }
}
