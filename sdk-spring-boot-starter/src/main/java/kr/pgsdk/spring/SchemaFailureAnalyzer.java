package kr.pgsdk.spring;

import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start what to do about tables that are missing. */
final class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<StoreException> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StoreException cause) {
    return cause.kind() == StoreException.Kind.TRANSIENT
        ? null
        : new FailureAnalysis(
            "The tables of the payments can't be used: " + cause.getMessage() + ".",
            "Run the files under kr/pgsdk/durable/schema of sdk-durable with your migrations, or set"
                + " pgsdk.store.create-schema=true for a demo, a test or a small shop.",
            cause);
  }
}
