package kr.pgsdk.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Gives the contexts of classes with {@link PgSandbox} a sandbox. */
final class SandboxCustomizerFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
    PgSandbox annotation =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, PgSandbox.class);
    return annotation == null ? null : new SandboxCustomizer(annotation.webhooks());
  }

  /** A record, so that classes with the same configuration share a context. */
  private record SandboxCustomizer(boolean webhooks) implements ContextCustomizer {
    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration merged) {
      new PgSandboxInitializer(webhooks).initialize(context);
    }
  }
}
