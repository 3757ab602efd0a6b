package kr.pgsdk.examples.shop;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole shop as it is started, on H2 and the sandbox: one for all tests. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Shop.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    useMainMethod = UseMainMethod.ALWAYS,
    properties = {"shop.operator.password=" + ShopTest.PASSWORD, "pgsdk.resume.every=200ms"})
public @interface ShopTest {
  /** The operator's. */
  String PASSWORD = "for-the-tests";
}
