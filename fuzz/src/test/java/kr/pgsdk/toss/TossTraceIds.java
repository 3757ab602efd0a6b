package kr.pgsdk.toss;

import java.util.List;
import kr.pgsdk.core.internal.http.HttpResponse;

/** Gives other packages access to the reader of Toss's trace id headers. */
public final class TossTraceIds {
  private TossTraceIds() {}

  /** Returns all trace ids of a response. */
  public static List<String> traceIds(HttpResponse answer) {
    return TossResponses.traceIds(answer);
  }
}
