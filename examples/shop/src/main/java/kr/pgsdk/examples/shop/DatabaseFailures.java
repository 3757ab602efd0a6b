package kr.pgsdk.examples.shop;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Says in two sentences, and not by a stack trace, that there is no database. */
final class DatabaseFailures extends AbstractFailureAnalyzer<CannotGetJdbcConnectionException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, CannotGetJdbcConnectionException cause) {
    Throwable reason = cause.getMostSpecificCause();
    return new FailureAnalysis(
        "The database can't be reached: " + reason.getMessage(),
        "Start it, or correct SHOP_DATABASE_URL, SHOP_DATABASE_USER and SHOP_DATABASE_PASSWORD.",
        cause);
  }
}
