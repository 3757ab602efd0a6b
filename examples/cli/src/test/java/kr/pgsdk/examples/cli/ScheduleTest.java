package kr.pgsdk.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.TestCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules by the command line: registered, listed, changed, revoked; never with their key. */
class ScheduleTest extends SandboxedTest {
  private static final String KEY = "customer_9876543210";

  private final OrderId order = OrderId.random();

  @BeforeEach
  void issueKey() {
    PgRun run =
        pg(
            "iamport",
            "billing",
            "issue",
            "--channel-key",
            "channel-key-1",
            "--customer-key",
            KEY,
            "--card-number",
            TestCard.GOOD.number(),
            "--expiry",
            "2030-12",
            "--owner-identity",
            "900101",
            "--password-digits",
            "12");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static PgRun schedule(String verb, String... more) {
    List<String> words = new ArrayList<>(List.of("iamport", "schedule", verb, "--json"));
    words.addAll(List.of(more));
    PgRun run = pg(words.toArray(String[]::new));
    assertThat(run.out() + run.err()).doesNotContain(KEY);
    return run;
  }

  private PgRun register(String at) {
    return schedule(
        "register",
        "--billing-key",
        KEY,
        "--order-id",
        order.value(),
        "--amount",
        "9900",
        "--order-name",
        "구독",
        "--at",
        at);
  }

  private Map<String, Object> found() {
    return PgRun.object(schedule("find", "--order-id", order.value()).json().get("schedule"));
  }

  @Test
  void registerChangeRevoke_eachIsSeenByFindAndList() {
    PgRun registered = register("2031-01-01T09:00:00+09:00");
    assertThat(registered.exitCode()).as(registered.out()).isZero();
    assertThat(registered.json()).contains(entry("done", "scheduled"));
    assertThat(found())
        .contains(entry("scheduleAt", "2031-01-01T00:00:00Z"), entry("amount", "9900"));

    PgRun changed = schedule("change", "--order-id", order.value(), "--at", "2031-02-01T09:00");
    assertThat(changed.exitCode()).as(changed.out()).isZero();
    assertThat(found()).contains(entry("scheduleAt", "2031-02-01T00:00:00Z"));
    assertThat(schedule("list", "--from", "2031-01-01", "--to", "2031-01-31").out())
        .doesNotContain(order.value());
    assertThat(schedule("list", "--from", "2031-02-01", "--to", "2031-02-01").out().lines())
        .filteredOn(line -> line.contains(order.value()))
        .hasSize(1);

    PgRun revoked = schedule("revoke", "--billing-key", KEY, "--order-id", order.value());
    assertThat(revoked.exitCode()).as(revoked.out()).isZero();
    assertThat(revoked.json()).contains(entry("done", "revoked"));
    assertThat(found()).contains(entry("scheduleStatus", "revoked"));
    assertThat(
            schedule("list", "--from", "2031-02-01", "--to", "2031-02-01", "--status", "scheduled")
                .out())
        .doesNotContain(order.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30T00:00", "2020-01-01T00:00:00+09:00", "tomorrow", ""})
  void timeThatIsNoneOrPast_refusedBeforeSending(String at) {
    int before = sandbox.iamport().journal().count();

    assertThat(register(at).exitCode()).isEqualTo(2);

    assertThat(sandbox.iamport().journal().count()).isEqualTo(before);
  }

  @Test
  void revokeOfWhichIamportTellsOnlyAPart_exit3AndTheOthers() {
    assertThat(register("2031-01-01T09:00:00+09:00").exitCode()).isZero();

    PgRun run =
        schedule("revoke", "--billing-key", KEY, "--order-id", order.value(), "--order-id", "o-2");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.json()).contains(entry("missing", List.of("o-2")));
    assertThat(found()).contains(entry("scheduleStatus", "revoked"));
  }

  @Test
  void revokeNeedsOrdersOrAll() {
    assertThat(schedule("revoke", "--billing-key", KEY).exitCode()).isEqualTo(2);
    assertThat(schedule("revoke", "--billing-key", KEY, "--all", "--order-id", "o1").exitCode())
        .isEqualTo(2);
  }

  @Test
  void unknownOrder_find1_change3() {
    assertThat(schedule("find", "--order-id", order.value()).exitCode()).isEqualTo(1);
    assertThat(
            schedule("change", "--order-id", order.value(), "--at", "2031-01-01T00:00").exitCode())
        .isEqualTo(3);
  }
}
