package kr.pgsdk.examples.shop.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, and not by a stack trace, which setting the shop can't start without. */
final class SettingFailures extends AbstractFailureAnalyzer<SettingException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, SettingException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
  }
}
