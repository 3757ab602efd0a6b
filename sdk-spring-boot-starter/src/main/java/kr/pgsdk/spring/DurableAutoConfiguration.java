package kr.pgsdk.spring;

import java.util.UUID;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurableBuilder;
import kr.pgsdk.durable.DurableListener;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.EffectsHandler;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.PaymentEventHandler;
import kr.pgsdk.durable.Sealer;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;

/** Payments recorded in the shop's database, told to its {@link PgShop}, and taken up when due. */
@AutoConfiguration(after = {PgsdkAutoConfiguration.class, StoreAutoConfiguration.class})
@ConditionalOnProperty(name = "pgsdk.enabled", matchIfMissing = true)
@ConditionalOnBean({PaymentStore.class, PgShop.class})
@EnableConfigurationProperties({RefundProperties.class, ResumeProperties.class})
class DurableAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  DurablePayments pgPayments(
      PaymentStore store,
      Merchants merchants,
      RefundProperties refunds,
      ObjectProvider<PgShop> shop,
      ObjectProvider<DurableListener> listeners,
      ObjectProvider<Sealer> sealer,
      ObjectProvider<DurableCustomizer> customizers) {
    DurableBuilder builder = DurablePayments.builder(store, new ShopHandler(shop));
    builder.afterwards(new ShopHandler(shop));
    merchants
        .all()
        .forEach(
            merchant ->
                merchant
                    .transactions()
                    .ifPresentOrElse(
                        list -> builder.account(merchant.name(), merchant.gateway(), list),
                        () -> builder.account(merchant.name(), merchant.gateway())));
    if (refunds.duplicates()) {
      builder.refundDuplicates();
    }
    if (refunds.paidAfterClose()) {
      builder.refundPaidAfterClose();
    }
    listeners.orderedStream().forEach(builder::listener);
    sealer.ifAvailable(builder::sealer);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  @Bean
  @ConditionalOnMissingBean
  Checkouts pgCheckouts(
      DurablePayments payments,
      Merchants merchants,
      ObjectProvider<PgShop> shop,
      ObjectProvider<Transactions> transactions,
      ObjectProvider<ReturnAddress> returns) {
    return new DurableCheckouts(payments, merchants, shop, transactions, returns);
  }

  @Bean
  @ConditionalOnMissingBean(ResumeJob.class)
  @ConditionalOnProperty(name = "pgsdk.resume.enabled", matchIfMissing = true)
  ScheduledResume pgResumeJob(
      DurablePayments payments,
      PaymentStore store,
      StoreProperties storeProperties,
      ResumeProperties properties,
      @Qualifier(ScheduledResume.SCHEDULER) ObjectProvider<TaskScheduler> scheduler) {
    checkTimes(properties);
    ResumeLease lease =
        new ResumeLease(store, storeProperties.tablePrefix(), UUID.randomUUID().toString());
    return new ScheduledResume(payments, scheduler.getIfAvailable(), lease, properties);
  }

  private static void checkTimes(ResumeProperties properties) {
    if (properties.every().toMillis() < 1) {
      throw new InvalidPropertyException("pgsdk.resume.every", "a pause is more than zero");
    }
    if (properties.budget().isNegative()) {
      throw new InvalidPropertyException("pgsdk.resume.budget", "a budget isn't below zero");
    }
  }

  /**
   * Asks for the shop when it is needed: its bean mostly has the {@link DurablePayments} itself.
   */
  private record ShopHandler(ObjectProvider<PgShop> shop)
      implements PaymentEventHandler, EffectsHandler {
    @Override
    public void handle(PaymentEvent event, Delivery delivery) throws Exception {
      shop.getObject().paymentChanged(event, delivery);
    }

    @Override
    public void tell(PaymentEvent event, String deliveryId) throws Exception {
      shop.getObject().afterwards(event, deliveryId);
    }
  }
}
