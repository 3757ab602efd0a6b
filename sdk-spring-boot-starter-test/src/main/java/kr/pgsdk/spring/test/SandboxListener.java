package kr.pgsdk.spring.test;

import kr.pgsdk.sandbox.Sandbox;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Resets the sandbox after each test, where the context has one. */
final class SandboxListener extends AbstractTestExecutionListener {
  @Override
  public void afterTestMethod(TestContext test) {
    if (test.hasApplicationContext()) {
      test.getApplicationContext().getBeanProvider(Sandbox.class).ifAvailable(Sandbox::reset);
    }
  }
}
