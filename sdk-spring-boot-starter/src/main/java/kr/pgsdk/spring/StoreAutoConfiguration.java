package kr.pgsdk.spring;

import static kr.pgsdk.spring.PropertyCheck.checked;

import javax.sql.DataSource;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoredTokens;
import kr.pgsdk.durable.store.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;

/** The shop's database as a store of payments, and of the tokens its servers share. */
@AutoConfiguration(
    after = PgsdkAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
      "org.springframework.boot.autoconfigure.transaction.jta.JtaAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.transaction.jta.autoconfigure.JtaAutoConfiguration"
    })
@ConditionalOnProperty(name = "pgsdk.enabled", matchIfMissing = true)
@EnableConfigurationProperties(StoreProperties.class)
class StoreAutoConfiguration {
  /** Only where the shop has a database that Spring knows. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DataSourceUtils.class)
  static class OverTheDatabase {
    @Bean
    @ConditionalOnMissingBean(Transactions.class)
    @ConditionalOnSingleCandidate(DataSource.class)
    SpringTransactions pgTransactions(
        ObjectProvider<PlatformTransactionManager> manager, DataSource source) {
      PlatformTransactionManager only = manager.getIfUnique();
      if (only == null) {
        throw new IllegalStateException(
            "the payments need the PlatformTransactionManager of the DataSource, and there is none or"
                + " several: define a bean of type "
                + Transactions.class.getName()
                + " by SpringTransactions.of(manager, source)");
      }
      return SpringTransactions.of(only, source);
    }
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(Transactions.class)
  @DependsOnDatabaseInitialization
  PaymentStore pgPaymentStore(Transactions transactions, StoreProperties properties) {
    if (transactions instanceof SpringTransactions spring) {
      spring.check();
    }
    JdbcPaymentStore store = store(transactions, properties);
    if (properties.createSchema()) {
      store.createSchema();
    }
    return store;
  }

  private static JdbcPaymentStore store(Transactions transactions, StoreProperties properties) {
    JdbcPaymentStore.Builder builder = JdbcPaymentStore.builder(transactions);
    checked("pgsdk.store.shop", () -> builder.shop(properties.shop()));
    return checked(
        "pgsdk.store.table-prefix", () -> builder.prefix(properties.tablePrefix()).build());
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(PaymentStore.class)
  TokenStores pgTokenStores(PaymentStore store) {
    return merchant -> StoredTokens.of(store, merchant);
  }
}
