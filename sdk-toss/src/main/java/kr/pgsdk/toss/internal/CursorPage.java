package kr.pgsdk.toss.internal;

import kr.pgsdk.core.internal.json.JsonObject;

/** A page that says whether another follows: {@code hasNext}, with {@code lastCursor}. */
public final class CursorPage {
  private CursorPage() {}

  /**
   * Whether another page follows.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if the page doesn't say: the list would look
   *     complete
   */
  public static boolean hasNext(JsonObject page) {
    page.requireOnce("hasNext");
    Boolean hasNext = page.bool("hasNext");
    if (hasNext == null) {
      throw page.problem("hasNext", page.has("hasNext") ? "is not a yes or no" : "is missing");
    }
    return hasNext;
  }
}
