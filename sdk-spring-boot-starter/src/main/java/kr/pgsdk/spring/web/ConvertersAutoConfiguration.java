package kr.pgsdk.spring.web;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ids as parameters of the shop's controllers; one that is none ends in a 400. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
class ConvertersAutoConfiguration {
  /** In a class of its own, which is loaded where Spring MVC is there. */
  @Configuration(proxyBeanMethods = false)
  static class Converters {
    @Bean
    @ConditionalOnMissingBean(name = "pgConverters")
    WebMvcConfigurer pgConverters() {
      return new WebMvcConfigurer() {
        @Override
        public void addFormatters(FormatterRegistry registry) {
          registry.addConverter(String.class, OrderId.class, OrderId::of);
          registry.addConverter(String.class, PaymentId.class, PaymentId::of);
          registry.addConverter(OrderId.class, String.class, OrderId::value);
          registry.addConverter(PaymentId.class, String.class, PaymentId::value);
        }
      };
    }
  }
}
