package kr.pgsdk.spring.web;

import java.time.Clock;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.spring.Merchants;
import kr.pgsdk.spring.PgShop;
import kr.pgsdk.spring.ResumeJob;
import kr.pgsdk.spring.ReturnAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/** The endpoints of webhooks and returns, where the shop is a servlet application. */
@AutoConfiguration(afterName = "kr.pgsdk.spring.DurableAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean({DurablePayments.class, Merchants.class, PgShop.class})
@EnableConfigurationProperties({WebhookProperties.class, ReturnProperties.class})
class WebAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  PgWebhooks pgWebhooks(
      Merchants merchants,
      DurablePayments payments,
      ObjectProvider<PgShop> shop,
      ObjectProvider<ResumeJob> job,
      WebhookProperties properties) {
    return new DurableWebhooks(
        merchants, payments, shop, job.getIfAvailable(), properties, Clock.systemUTC());
  }

  @Bean
  @ConditionalOnMissingBean
  PgReturns pgReturns(
      Merchants merchants,
      DurablePayments payments,
      ObjectProvider<PgShop> shop,
      ReturnProperties properties) {
    return new DurableReturns(merchants, payments, shop, properties);
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(name = "pgsdk.returns.enabled", matchIfMissing = true)
  ReturnAddress pgReturnAddress(ReturnProperties properties) {
    return new RequestAddress(properties);
  }

  @Bean
  @ConditionalOnMissingBean(name = "pgNoUploads")
  NoUploads pgNoUploads(WebhookProperties webhooks, ReturnProperties returns) {
    return new NoUploads(webhooks.path(), returns.path());
  }

  @Bean
  @ConditionalOnMissingBean(name = "pgWebhookController")
  @ConditionalOnProperty(name = "pgsdk.webhooks.enabled", matchIfMissing = true)
  WebhookController pgWebhookController(PgWebhooks webhooks) {
    return new WebhookController(webhooks);
  }

  @Bean
  @ConditionalOnMissingBean(name = "pgReturnController")
  @ConditionalOnProperty(name = "pgsdk.returns.enabled", matchIfMissing = true)
  ReturnController pgReturnController(PgReturns returns) {
    return new ReturnController(returns);
  }
}
