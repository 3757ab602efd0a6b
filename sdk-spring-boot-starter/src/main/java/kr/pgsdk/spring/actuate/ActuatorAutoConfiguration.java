package kr.pgsdk.spring.actuate;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.spring.HttpOptionsCustomizer;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What an operator sees, where Actuator or Micrometer is on the class path. */
@AutoConfiguration(afterName = "kr.pgsdk.spring.DurableAutoConfiguration")
@ConditionalOnProperty(name = "pgsdk.enabled", matchIfMissing = true)
class ActuatorAutoConfiguration {
  /** Spring Boot 3 and 4 have health indicators in different packages. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "management.health.pgsdk.enabled", matchIfMissing = true)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.AbstractHealthIndicator")
  static class Boot3 {
    @Bean
    @ConditionalOnMissingBean(name = "pgsdkHealthIndicator")
    RecentCalls pgRecentCalls() {
      return new RecentCalls();
    }

    @Bean
    @ConditionalOnMissingBean(name = "pgsdkHealthIndicator")
    Boot3Health pgsdkHealthIndicator(RecentCalls calls) {
      return new Boot3Health(calls);
    }
  }

  /** As {@link Boot3}. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "management.health.pgsdk.enabled", matchIfMissing = true)
  @ConditionalOnClass(name = "org.springframework.boot.health.contributor.AbstractHealthIndicator")
  static class Boot4 {
    @Bean
    @ConditionalOnMissingBean(name = "pgsdkHealthIndicator")
    RecentCalls pgRecentCalls() {
      return new RecentCalls();
    }

    @Bean
    @ConditionalOnMissingBean(name = "pgsdkHealthIndicator")
    Boot4Health pgsdkHealthIndicator(RecentCalls calls) {
      return new Boot4Health(calls);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.springframework.boot.actuate.endpoint.annotation.Endpoint",
        "org.springframework.boot.actuate.autoconfigure.endpoint.condition"
            + ".ConditionalOnAvailableEndpoint"
      })
  @ConditionalOnBean({DurablePayments.class, PaymentStore.class})
  static class Endpoints {
    @Bean
    @ConditionalOnMissingBean(name = "pgEndpoint")
    @ConditionalOnAvailableEndpoint
    PgEndpoint pgEndpoint(DurablePayments payments, PaymentStore store) {
      return new PgEndpoint(payments, store);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  @ConditionalOnBean(DurablePayments.class)
  static class Metrics {
    @Bean
    @ConditionalOnMissingBean(name = "pgDurableMetrics")
    DurableMetrics pgDurableMetrics(DurablePayments payments) {
      return new DurableMetrics(payments);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  static class Observations {
    @Bean
    @ConditionalOnMissingBean(name = "pgObservedCalls")
    ObservedCalls pgObservedCalls(ObjectProvider<ObservationRegistry> registry) {
      return new ObservedCalls(registry::getIfUnique);
    }

    @Bean
    @ConditionalOnMissingBean(name = "pgTraceHeaders")
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnProperty(name = "pgsdk.http.traceparent", matchIfMissing = true)
    HttpOptionsCustomizer pgTraceHeaders(ObjectProvider<ObservationRegistry> registry) {
      OkHttpClient client = new TraceHeaders(registry::getIfUnique).client();
      return (merchant, options) -> options.client(client);
    }
  }
}
