package kr.pgsdk.spring;

/** A property that keeps the shop from starting. Its message names the property, and no value. */
final class InvalidPropertyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String property;
  private final String problem;

  /**
   * Makes one.
   *
   * @param problem what is wrong and what to do, without the value
   */
  InvalidPropertyException(String property, String problem) {
    super(property + ": " + problem);
    this.property = property;
    this.problem = problem;
  }

  String property() {
    return property;
  }

  String problem() {
    return problem;
  }
}
