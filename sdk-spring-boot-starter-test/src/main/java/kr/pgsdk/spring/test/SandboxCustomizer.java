package kr.pgsdk.spring.test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** A record, so that classes with the same configuration share a context. */
record SandboxCustomizer(boolean webhooks) implements ContextCustomizer {
  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration merged) {
    new PgSandboxInitializer(webhooks).initialize(context);
  }
}
