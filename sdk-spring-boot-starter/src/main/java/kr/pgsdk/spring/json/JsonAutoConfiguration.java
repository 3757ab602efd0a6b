package kr.pgsdk.spring.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The SDK's values in whatever Jackson the shop has. */
@AutoConfiguration
class JsonAutoConfiguration {
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "com.fasterxml.jackson.databind.module.SimpleModule")
  static class Jackson2 {
    @Bean
    @ConditionalOnMissingBean
    PgJackson2Module pgJackson2Module() {
      return new PgJackson2Module();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "tools.jackson.databind.module.SimpleModule")
  static class Jackson3 {
    @Bean
    @ConditionalOnMissingBean
    PgJackson3Module pgJackson3Module() {
      return new PgJackson3Module();
    }
  }
}
