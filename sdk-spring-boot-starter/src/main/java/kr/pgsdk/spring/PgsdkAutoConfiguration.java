package kr.pgsdk.spring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.CallListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A gateway for each merchant, and their registry. */
@AutoConfiguration
@ConditionalOnProperty(name = "pgsdk.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MerchantProperties.class)
@Import(MerchantRegistrar.class)
class PgsdkAutoConfiguration {
  @Bean
  GatewayFactory pgGatewayFactory(
      MerchantProperties properties,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<HttpOptionsCustomizer> http,
      ObjectProvider<TossCustomizer> toss,
      ObjectProvider<IamportCustomizer> iamport,
      ObjectProvider<PortOneCustomizer> portone,
      ObjectProvider<TokenStores> tokenStores) {
    return new GatewayFactory(
        properties,
        new GatewayFactory.Customizers(listeners, http, toss, iamport, portone, tokenStores));
  }

  @Bean
  @ConditionalOnMissingBean
  Merchants pgMerchants(
      GatewayFactory factory,
      MerchantProperties properties,
      ObjectProvider<Map<String, PaymentGateway>> gateways) {
    Map<String, PaymentGateway> beans = gateways.getIfAvailable(Map::of);
    Map<String, PaymentGateway> byName = new LinkedHashMap<>();
    properties.configured().forEach((name, merchant) -> byName.put(name, gateway(beans, merchant)));
    beans.forEach((bean, gateway) -> byName.putIfAbsent(merchantName(bean), gateway));
    if (byName.isEmpty()) {
      throw new InvalidPropertyException(
          "pgsdk.toss.secret-key",
          "no merchant is configured, neither this one nor pgsdk.iamport.api-key nor"
              + " pgsdk.portone.api-secret nor a bean of type"
              + " PaymentGateway");
    }
    List<Merchant> merchants = new ArrayList<>();
    byName.forEach((name, gateway) -> merchants.add(factory.merchant(name, gateway)));
    return new Merchants(merchants);
  }

  private static PaymentGateway gateway(
      Map<String, PaymentGateway> beans, MerchantProperties.Configured merchant) {
    PaymentGateway gateway = beans.get(merchant.beanName());
    if (gateway == null) {
      throw new InvalidPropertyException(
          merchant.prefix(),
          "the bean " + merchant.beanName() + " is no PaymentGateway: give it another name");
    }
    return gateway;
  }

  private static String merchantName(String bean) {
    return bean.endsWith(MerchantRegistrar.SUFFIX) && !bean.equals(MerchantRegistrar.SUFFIX)
        ? bean.substring(0, bean.length() - MerchantRegistrar.SUFFIX.length())
        : bean;
  }
}
