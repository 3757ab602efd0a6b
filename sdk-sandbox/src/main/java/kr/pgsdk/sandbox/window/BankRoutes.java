package kr.pgsdk.sandbox.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.SandboxClock;
import kr.pgsdk.sandbox.wire.Bank;
import kr.pgsdk.sandbox.wire.BankAccount;

/** The page of the buyers' bank: every account that awaits a deposit, at all gateways. */
final class BankRoutes {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.ofHours(9));

  private final Map<String, Bank> banks;
  private final Map<String, ShopLine> lines;
  private final SandboxClock clock;

  BankRoutes(Map<String, Bank> banks, Map<String, ShopLine> lines, SandboxClock clock) {
    this.banks = new TreeMap<>(banks);
    this.lines = lines;
    this.clock = clock;
  }

  Map<String, Object> shown() {
    List<Object> rows = new ArrayList<>();
    banks.forEach((gateway, bank) -> bank.accounts().forEach(a -> rows.add(row(gateway, a))));
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("now", TIME.format(clock.instant()));
    shown.put("accounts", rows);
    return shown;
  }

  private static Map<String, Object> row(String gateway, BankAccount account) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("gateway", gateway);
    row.put("paymentId", account.paymentId().value());
    row.put("orderId", account.orderId());
    row.put("orderName", account.orderName());
    row.put("amount", account.amount().amount());
    row.put("currency", account.amount().currency());
    row.put("bank", account.bank());
    row.put("number", account.number());
    row.put("due", TIME.format(account.due()));
    row.put("state", account.state().name());
    return row;
  }

  /**
   * Does what the buyer asks the bank for: {@code deposit}, {@code quietDeposit} that the shop
   * isn't told of, or {@code wait} until the account's time is over.
   *
   * @throws IllegalArgumentException if it isn't one of the page's own messages
   * @throws IllegalStateException if the account takes no deposit
   */
  Map<String, Object> act(Fields sent) {
    String gateway = sent.text("gateway", "");
    Bank bank = banks.get(gateway);
    ShopLine line = lines.get(gateway);
    if (bank == null || line == null) {
      throw new IllegalArgumentException("no such gateway");
    }
    PaymentId id = PaymentId.of(sent.text("paymentId", ""));
    switch (sent.text("act", "")) {
      case "deposit" -> bank.deposit(id);
      case "quietDeposit" -> {
        line.sendWebhooks(id, 0);
        bank.deposit(id);
      }
      case "wait" -> waitFor(bank, id);
      default -> throw new IllegalArgumentException("no such act");
    }
    return shown();
  }

  private void waitFor(Bank bank, PaymentId id) {
    Instant due =
        bank.accounts().stream()
            .filter(account -> account.paymentId().equals(id))
            .map(BankAccount::due)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such account"));
    Duration left = Duration.between(clock.instant(), due);
    if (!left.isNegative()) {
      clock.advance(left.plusSeconds(1));
    }
  }
}
