package kr.pgsdk.spring;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start which property is wrong, and shows no key. */
final class InvalidPropertyFailureAnalyzer
    extends AbstractFailureAnalyzer<InvalidPropertyException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidPropertyException cause) {
    return new FailureAnalysis(
        "The payment SDK can't start with the property '"
            + cause.property()
            + "': "
            + cause.problem()
            + ".",
        "Set '"
            + cause.property()
            + "', in a file or as the environment variable "
            + variable(cause.property())
            + ". With pgsdk.enabled=false the shop starts without payments.",
        cause);
  }

  /** As Spring Boot reads it from the environment. */
  private static String variable(String property) {
    return property.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
  }
}
