package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    description = {
      "Compare the gateway's list of a day with the tables of a shop that uses sdk-durable.",
      "What differs is looked up and recorded; the shop's own servers tell its handler. No money"
          + " moves.",
      "Exit code 8: something differs."
    })
final class ReconcileCommand extends ListVerb<Discrepancy> {
  private final Gateway gateway;

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DAY",
      description = "A day in Korea that is over, as 2026-11-28.")
  private String day = "";

  @Option(
      names = "--jdbc-url",
      required = true,
      paramLabel = "URL",
      description = "The shop's primary database, as jdbc:postgresql://localhost/shop.")
  private String url = "";

  @Option(names = "--user", paramLabel = "NAME", description = "The user of the database.")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The first line of this file is the password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--shop",
      paramLabel = "NAME",
      description = "The shop's name in the tables (default: shop).")
  private String shop = "shop";

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "The name that the shop gave to this gateway's account (default: main).")
  private String account = "main";

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "Prefix of the tables' names (default: pay_).")
  private String prefix = "pay_";

  @Option(
      names = "--accept-test-payments",
      description =
          "Compare payments of a test channel at Iamport or PortOne too. No effect at Toss.")
  private boolean acceptTestPayments;

  ReconcileCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
    this.gateway = gateway;
  }

  @Override
  boolean acceptTestPayments() {
    return acceptTestPayments;
  }

  @Override
  List<Column<Discrepancy>> columns() {
    return List.of(
        new Column<>("day", 0, row -> Optional.of(day)),
        new Column<>("account", 0, row -> Optional.of(row.account())),
        new Column<>("kind", 16, row -> Optional.of(row.kind())),
        new Column<>("atGateway", 10, row -> row.atGateway().map(Money::amount)),
        new Column<>("inStore", 10, row -> row.inStore().map(Money::amount)),
        new Column<>("currency", 8, row -> row.atGateway().or(row::inStore).map(Money::currency)),
        new Column<>("orderId", 36, Discrepancy::orderId),
        new Column<>("paymentId", 24, row -> Optional.of(row.paymentId())),
        new Column<>("sentence", 1, row -> Optional.of(row.sentence())));
  }

  @Override
  Stream<Discrepancy> rows(PaymentGateway open) {
    LocalDate of = TimeText.day("--day", day);
    String password =
        passwordFile == null ? null : SmallFile.firstLine(passwordFile, "--password-file");
    ShopDatabase database = ShopDatabase.at(url, user, password);
    boolean begun = false;
    try {
      Stream<Discrepancy> rows = payments(database, open).reconcile(account, of);
      begun = true;
      return rows.onClose(database::close);
    } catch (IllegalStateException e) { // the account's stored payments are of another key
      throw new IllegalArgumentException(e.getMessage(), e);
    } finally {
      if (!begun) {
        database.close();
      }
    }
  }

  private DurablePayments payments(ShopDatabase database, PaymentGateway open) {
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).shop(shop).prefix(prefix).build();
    store.check();
    // A name that the shop never used would be noted as a new account of it.
    if (store.inNew(session -> session.fingerprint(account)).isEmpty()) {
      throw new IllegalArgumentException(
          "these tables have no account of this name in this shop: see --account and --shop");
    }
    return DurablePayments.builder(store, (event, delivery) -> neverTold())
        .account(account, open, gateway.transactions(open))
        .build();
  }

  private static void neverTold() {
    throw new UnsupportedOperationException("pg delivers nothing: the shop's servers do");
  }

  @Override
  String nothing() {
    return "nothing differs on " + day;
  }

  @Override
  int exitCode(long rows) {
    return rows == 0 ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }
}
