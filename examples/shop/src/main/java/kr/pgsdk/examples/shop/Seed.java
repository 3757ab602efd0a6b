package kr.pgsdk.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills an empty shop. */
@Component
class Seed implements ApplicationRunner {
  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  Seed(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void run(ApplicationArguments arguments) throws Exception {
    Long products = jdbc.queryForObject("select count(*) from shop_product", Long.class);
    if (products != null && products > 0) {
      return;
    }
    String statements = new ClassPathResource("seed.sql").getContentAsString(UTF_8);
    try {
      transactions.executeWithoutResult(
          status -> statements.lines().filter(line -> !line.isBlank()).forEach(jdbc::execute));
    } catch (DuplicateKeyException e) {
      // Another server of the shop was faster.
    }
  }
}
