package kr.pgsdk.examples.shop.orders;

import java.io.Serial;

/** A {@link Problem} on its way to the page that tells it. */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final Problem problem;

  ProblemException(Problem problem) {
    super(problem.name());
    this.problem = problem;
  }

  /** Which. */
  public Problem problem() {
    return problem;
  }
}
