package kr.pgsdk.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the tests of a class, mostly one of {@code @SpringBootTest}, against a sandbox instead of
 * the gateways: {@code pgsdk.toss.*}, {@code pgsdk.iamport.*} and {@code pgsdk.portone.*} are set
 * to it, whatever the shop's own files say, and the tables are created. The {@link
 * kr.pgsdk.sandbox.Sandbox} is a bean to inject: it plays the buyer and injects faults. After each
 * test it is {@linkplain kr.pgsdk.sandbox.Sandbox#reset reset}; payments stay, so give each test an
 * order of its own. Merchants of {@code pgsdk.merchants.*} are left as they are.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PgSandbox {
  /**
   * Whether the gateways send their webhooks to the shop by themselves, as the real ones do: then
   * the shop runs on a port ({@code webEnvironment = RANDOM_PORT}), and its endpoints are at {@code
   * /pg/webhooks}. Off by default: a test posts them when it wants to.
   */
  boolean webhooks() default false;
}
