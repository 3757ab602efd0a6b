package kr.pgsdk.spring.actuate;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Health of the gateways, for Spring Boot 4; it sends nothing itself. */
final class Boot4Health extends AbstractHealthIndicator {
  private final RecentCalls calls;

  Boot4Health(RecentCalls calls) {
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
