package kr.pgsdk.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What would fail at the first webhook or the first buyer keeps the shop from starting. */
class WebPropertiesTest {
  @EnableConfigurationProperties({WebhookProperties.class, ReturnProperties.class})
  static class App {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(App.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pgsdk.webhooks.path | hooks",
        "pgsdk.webhooks.path | /hooks/",
        "pgsdk.webhooks.path | /hooks?a=1",
        "pgsdk.webhooks.path | /{hooks}",
        "pgsdk.webhooks.more-sources | gateway.example",
        "pgsdk.webhooks.more-sources | 10.0.0.0/99",
        "pgsdk.returns.path | pg/return",
        "pgsdk.returns.base-url | shop.example",
        "pgsdk.returns.base-url | https://",
        "pgsdk.returns.base-url | https://shop.example?a=1",
        "pgsdk.returns.base-url | javascript:alert(1)",
        "pgsdk.returns.page | orders",
        "pgsdk.returns.page | /orders/{order}",
        "pgsdk.returns.page | /orders/{orderId} paid",
        "pgsdk.returns.page | javascript:alert(1)"
      })
  void wrongAddress_isNamedAtTheStart(String property, String value) {
    runner
        .withPropertyValues(property + "=" + value)
        .run(
            context ->
                assertThat(context.getStartupFailure()).rootCause().message().startsWith(property));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pgsdk.returns.page=https://front.example/orders/{orderId}",
        "pgsdk.returns.page=/주문/{orderId}?결과={outcome}#top",
        "pgsdk.returns.base-url=https://shop.example:8443/kr",
        "pgsdk.webhooks.more-sources=10.0.0.0/8,192.168.1.7",
        "pgsdk.webhooks.path=/hooks/of-gateways"
      })
  void rightAddress_isTaken(String property) {
    runner.withPropertyValues(property).run(context -> assertThat(context).hasNotFailed());
  }
}
