package kr.pgsdk.spring;

import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.toss.TossGateway;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * One bean for each merchant of the properties: {@code tossGateway}, {@code iamportGateway}, {@code
 * portoneGateway}, {@code NAMEGateway}. A bean of the shop's with such a name takes its place.
 */
final class MerchantRegistrar implements ImportBeanDefinitionRegistrar {
  static final String SUFFIX = "Gateway";

  private final Environment environment;
  private final BeanFactory beans;

  MerchantRegistrar(Environment environment, BeanFactory beans) {
    this.environment = environment;
    this.beans = beans;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    Binder.get(environment)
        .bindOrCreate("pgsdk", MerchantProperties.class)
        .configured()
        .values()
        .forEach(merchant -> register(registry, merchant));
  }

  private void register(BeanDefinitionRegistry registry, MerchantProperties.Configured merchant) {
    if (!registry.containsBeanDefinition(merchant.beanName())) {
      registry.registerBeanDefinition(merchant.beanName(), definition(merchant));
    }
  }

  private RootBeanDefinition definition(MerchantProperties.Configured merchant) {
    if (merchant.toss() != null) {
      return definition(TossGateway.class, merchant);
    }
    return merchant.portone() != null
        ? definition(PortOneGateway.class, merchant)
        : definition(IamportGateway.class, merchant);
  }

  private <T extends PaymentGateway> RootBeanDefinition definition(
      Class<T> type, MerchantProperties.Configured merchant) {
    RootBeanDefinition definition =
        new RootBeanDefinition(
            type, () -> type.cast(beans.getBean(GatewayFactory.class).gateway(merchant.name())));
    definition.setDestroyMethodName("close");
    return definition;
  }
}
