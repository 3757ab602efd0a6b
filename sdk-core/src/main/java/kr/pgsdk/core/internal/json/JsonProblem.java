package kr.pgsdk.core.internal.json;

/** A body that isn't what it must be; says where and how, and nothing of the body itself. */
public final class JsonProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_PATH_LENGTH = 120;

  /** Makes a problem at a path such as {@code $.response.amount}. */
  public JsonProblem(String path, String problem) {
    super(shown(path) + " " + problem);
  }

  /** Keys come from outside as well: a path must neither forge log lines nor flood them. */
  private static String shown(String path) {
    String line = path.replaceAll("[^\\x21-\\x7e]", "?");
    return line.length() <= MAX_PATH_LENGTH ? line : line.substring(0, MAX_PATH_LENGTH) + "...";
  }
}
