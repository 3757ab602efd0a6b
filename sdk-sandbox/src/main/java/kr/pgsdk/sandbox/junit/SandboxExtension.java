package kr.pgsdk.sandbox.junit;

import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link Sandbox} of its own for each test, as a parameter of the test and of its {@code
 * BeforeEach} and {@code AfterEach} methods; closed after the test.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class ShopTest {
 *   @Test
 *   void buyerPays(Sandbox sandbox) { ... }
 * }
 * }</pre>
 */
public final class SandboxExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

  /** Made by JUnit. */
  public SandboxExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put(Sandbox.class, Sandbox.start());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Sandbox sandbox = context.getStore(NAMESPACE).remove(Sandbox.class, Sandbox.class);
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class
        && context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Sandbox sandbox = context.getStore(NAMESPACE).get(Sandbox.class, Sandbox.class);
    if (sandbox == null) {
      throw new IllegalStateException("there is a sandbox for each test, and none around it");
    }
    return sandbox;
  }
}
