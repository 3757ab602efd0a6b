package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.spring.ShopApp.TestShop;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What properties make of the starter, and which keep it from starting. */
class StartTest {
  private static final String SECRET = "test_sk_canary";
  private static final String[] TOSS = {"pgsdk.toss.secret-key=" + SECRET};

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(PgsdkAutoConfiguration.class));

  private static FailureAnalysis analysis(Throwable failure) {
    return new InvalidPropertyFailureAnalyzer().analyze(failure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pgsdk.toss.secret-key | pgsdk.toss.secret-key=",
        "pgsdk.toss.secret-key | pgsdk.toss.client-key=test_ck_a",
        "pgsdk.toss.secret-key | pgsdk.toss.secret-key=test_ck_canary",
        "pgsdk.toss.secret-key | pgsdk.toss.secret-key=test_sk_can ary",
        "pgsdk.toss.client-key | pgsdk.toss.secret-key=test_sk_canary,pgsdk.toss.client-key=test_sk_canary",
        "pgsdk.toss.client-key | pgsdk.toss.secret-key=test_sk_canary,pgsdk.toss.client-key=live_ck_canary",
        "pgsdk.toss.security-key | pgsdk.toss.secret-key=test_sk_canary,pgsdk.toss.security-key=canary",
        "pgsdk.toss.base-url | pgsdk.toss.secret-key=test_sk_canary,pgsdk.toss.base-url=http://example.com",
        "pgsdk.toss.base-url | pgsdk.toss.secret-key=test_sk_canary,pgsdk.toss.base-url=https://example.com/v1",
        "pgsdk.toss.script-url | pgsdk.toss.secret-key=test_sk_canary,pgsdk.toss.script-url=http://example.com/canary.js",
        "pgsdk.iamport.api-key | pgsdk.iamport.api-secret=canary",
        "pgsdk.iamport.api-secret | pgsdk.iamport.api-key=canary",
        "pgsdk.iamport.api-secret | pgsdk.iamport.api-key=canary,pgsdk.iamport.api-secret= ",
        "pgsdk.iamport.imp-code | pgsdk.iamport.api-key=k,pgsdk.iamport.api-secret=canary,pgsdk.iamport.imp-code=canary",
        "pgsdk.iamport.tier | pgsdk.iamport.api-key=k,pgsdk.iamport.api-secret=canary,pgsdk.iamport.tier=canary",
        "pgsdk.toss.secret-key | pgsdk.toss.secret-key=${NOT_THERE}",
        "pgsdk.toss.client-key | pgsdk.toss.secret-key=test_sk_canary,pgsdk.toss.client-key=${NOT_THERE}",
        "pgsdk.iamport.api-key | pgsdk.iamport.api-key=${NOT_THERE},pgsdk.iamport.api-secret=canary",
        "pgsdk.iamport.imp-code | pgsdk.iamport.api-key=k,pgsdk.iamport.api-secret=canary,pgsdk.iamport.imp-code=${NOT_THERE}",
        "pgsdk.iamport.channel-key | pgsdk.iamport.api-key=k,pgsdk.iamport.api-secret=canary,pgsdk.iamport.channel-key=${NOT_THERE}",
        "pgsdk.portone.store-id | pgsdk.portone.api-secret=canary,pgsdk.portone.store-id=${NOT_THERE}",
        "pgsdk.portone.webhook-secrets | pgsdk.portone.api-secret=canary,pgsdk.portone.webhook-secrets=${NOT_THERE}",
        "pgsdk.portone.api-secret | pgsdk.portone.store-id=canary",
        "pgsdk.portone.api-secret | pgsdk.portone.api-secret=can ary",
        "pgsdk.portone.store-id | pgsdk.portone.api-secret=canary,pgsdk.portone.store-id=canary",
        "pgsdk.portone.webhook-secrets | pgsdk.portone.api-secret=canary,pgsdk.portone.webhook-secrets=canary",
        "pgsdk.portone.base-url | pgsdk.portone.api-secret=canary,pgsdk.portone.base-url=http://example.com",
        "pgsdk.merchants.two | pgsdk.toss.secret-key=test_sk_a,pgsdk.merchants.two.toss.secret-key=test_sk_canary,pgsdk.merchants.two.portone.api-secret=canary",
        "pgsdk.http.deadline | pgsdk.toss.secret-key=test_sk_canary,pgsdk.http.deadline=0s",
        "pgsdk.http.attempts | pgsdk.toss.secret-key=test_sk_canary,pgsdk.http.attempts=0",
        "pgsdk.http.proxy | pgsdk.toss.secret-key=test_sk_canary,pgsdk.http.proxy=canary",
        "pgsdk.merchants.two | pgsdk.toss.secret-key=test_sk_a,pgsdk.merchants.two.toss.secret-key=test_sk_canary,pgsdk.merchants.two.iamport.api-key=canary",
        "pgsdk.merchants.toss | pgsdk.toss.secret-key=test_sk_a,pgsdk.merchants.toss.toss.secret-key=test_sk_canary",
        "pgsdk.merchants.two.toss.secret-key | pgsdk.merchants.two.toss.secret-key=canary canary",
        "pgsdk.toss.secret-key | pgsdk.http.attempts=2"
      })
  void oddProperty_stopsTheStart_namedAndWithoutAValue(String property, String set) {
    runner
        .withPropertyValues(set.split(",", -1))
        .run(
            context -> {
              assertThat(context).hasFailed();
              FailureAnalysis analysis = analysis(context.getStartupFailure());
              assertThat(analysis).isNotNull();
              assertThat(analysis.getDescription()).contains("'" + property + "'");
              String shown =
                  analysis.getDescription()
                      + analysis.getAction()
                      + context.getStartupFailure()
                      + messages(context.getStartupFailure());
              assertThat(shown).doesNotContain("canary");
            });
  }

  private static List<String> messages(Throwable failure) {
    List<String> messages = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      messages.add(String.valueOf(cause.getMessage()));
    }
    return messages;
  }

  @Test
  void severalMerchants_areGatewaysByName() {
    runner
        .withPropertyValues(TOSS)
        .withPropertyValues(
            "pgsdk.merchants.books.toss.secret-key=test_sk_books",
            "pgsdk.merchants.wine.iamport.api-key=key",
            "pgsdk.merchants.wine.iamport.api-secret=secret",
            "pgsdk.merchants.wine.iamport.imp-code=imp12345678",
            "pgsdk.merchants.tea.portone.api-secret=secret-of-tea",
            "pgsdk.merchants.tea.portone.store-id=store-tea")
        .run(
            context -> {
              assertThat(context.getBeansOfType(PaymentGateway.class))
                  .containsOnlyKeys("tossGateway", "booksGateway", "wineGateway", "teaGateway");
              Merchants merchants = context.getBean(Merchants.class);
              assertThat(merchants.get("wine").publicKey()).hasValue("imp12345678");
              assertThat(merchants.get("wine").isIamport()).isTrue();
              assertThat(merchants.get("tea").isPortOne()).isTrue();
              assertThat(merchants.get("tea").publicKey()).hasValue("store-tea");
              assertThat(merchants.all()).allMatch(one -> one.transactions().isPresent());
              assertThat(merchants.find("nobody")).isEmpty();
              assertThat(merchants.get("books").gateway().credentialFingerprint())
                  .isNotEqualTo(merchants.get("toss").gateway().credentialFingerprint());
            });
  }

  @Test
  void beanOfTheShops_takesTheGatewaysPlace() {
    TossGateway own = TossGateway.builder(TossSecretKey.of("test_sk_own")).build();
    runner
        .withPropertyValues(TOSS)
        .withBean("tossGateway", TossGateway.class, () -> own)
        .run(
            context ->
                assertThat(context.getBean(Merchants.class).get("toss").gateway()).isSameAs(own));
  }

  @Test
  void switchedOff_startsWithoutKeys() {
    runner
        .withPropertyValues("pgsdk.enabled=false")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Merchants.class));
  }

  @Test
  void customizer_seesEachMerchant() {
    List<String> seen = new ArrayList<>();
    runner
        .withPropertyValues(TOSS)
        .withPropertyValues("pgsdk.http.deadline=20s")
        .withBean(HttpOptionsCustomizer.class, () -> (merchant, options) -> seen.add(merchant))
        .run(context -> assertThat(seen).containsExactly("toss"));
  }

  @ParameterizedTest
  @CsvSource({
    "pgsdk.store.table-prefix,drop table pay_",
    "pgsdk.store.shop,' '",
    "pgsdk.resume.every,0s",
    "pgsdk.resume.budget,-1s"
  })
  void oddValueOfStoreOrJob_isExplainedToo(String property, String value) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    runner
        .withConfiguration(
            AutoConfigurations.of(StoreAutoConfiguration.class, DurableAutoConfiguration.class))
        .withBean(DataSource.class, () -> source)
        .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source))
        .withBean(PgShop.class, () -> new TestShop(new JdbcTemplate(source)))
        .withPropertyValues(TOSS)
        .withPropertyValues("pgsdk.store.create-schema=true", property + "=" + value)
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()))
                    .extracting(FailureAnalysis::getDescription)
                    .asString()
                    .contains("'" + property + "'"));
  }

  @Test
  void tablesThatAreMissing_areExplained() {
    Throwable failure =
        catchThrowable(() -> new RunningShop(ShopApp.class, "pgsdk.store.create-schema=false"));
    FailureAnalysis analysis = new SchemaFailureAnalyzer().analyze(failure);
    assertThat(analysis).isNotNull();
    assertThat(analysis.getAction()).contains("pgsdk.store.create-schema=true");
  }
}
