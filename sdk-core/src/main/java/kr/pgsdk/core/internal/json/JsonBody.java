package kr.pgsdk.core.internal.json;

/** Something that came in with JSON in it, such as an HTTP response. */
public interface JsonBody {
  /**
   * Returns the bytes; not a copy, and they don't change any more.
   *
   * @throws JsonProblem if there were more of them than are read of such a body
   */
  byte[] json();
}
