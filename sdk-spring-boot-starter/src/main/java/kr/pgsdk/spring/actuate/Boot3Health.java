package kr.pgsdk.spring.actuate;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Health of the gateways, for Spring Boot 3; it sends nothing itself. */
final class Boot3Health extends AbstractHealthIndicator {
  private final RecentCalls calls;

  Boot3Health(RecentCalls calls) {
    this.calls = calls;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    calls
        .states()
        .forEach(
            (gateway, state) -> {
              health.withDetail(gateway, state);
              if (state.down()) {
                health.down();
              }
            });
  }
}
