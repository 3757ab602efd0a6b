package kr.pgsdk.examples.cli;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** pg prints a refund that isn't over as a text, and continues the same refund by that text. */
class ResumeTest extends SandboxedTest {
  private static final String NUMBER = "11012345678901";
  private static final String HOLDER = "박환불";

  private static String[] account(Gateway gateway) {
    return new String[] {
      "--refund-bank", bank(gateway), "--refund-account", NUMBER, "--refund-holder", HOLDER
    };
  }

  @AfterEach
  void clearFaults() {
    sandbox.iamport().clearFaults();
    sandbox.toss().clearFaults();
    sandbox.portOne().clearFaults();
    sandbox.switches().off(LATER);
  }

  private static BrowserReturn paid(Gateway gateway) {
    BrowserReturn back = pays(gateway);
    assertThat(confirm(gateway, back).exitCode()).isZero();
    return back;
  }

  private static BrowserReturn deposited(Gateway gateway) {
    BrowserReturn back = choosesAccount(gateway);
    confirm(gateway, back);
    deposits(gateway, back);
    return back;
  }

  private static String cancels(Gateway gateway, BrowserReturn back) {
    return switch (gateway) {
      case IAMPORT -> "/payments/cancel";
      case TOSS -> "/v1/payments/" + back.paymentId();
      case PORTONE -> "/payments/" + back.orderId() + "/cancel";
    };
  }

  private static long sent(Gateway gateway, BrowserReturn back) {
    return server(gateway).journal().count("POST", cancels(gateway, back));
  }

  private static int refunds(Gateway gateway, BrowserReturn back) {
    return server(gateway).ledger(back.paymentId()).refunds();
  }

  /** Every cancel gets the fault, and every lookup after it fails. */
  private static void doubt(Gateway gateway, BrowserReturn back, Fault fault) {
    long before = sent(gateway, back);
    server(gateway).inject(fault.on("POST", cancels(gateway, back)).always());
    server(gateway)
        .inject(
            Fault.html(502)
                .when(r -> r.method().equals("GET") && sent(gateway, back) > before)
                .always());
  }

  private static PgRun cancel(Gateway gateway, BrowserReturn back, String... more) {
    return with(
        more,
        gateway.id(),
        "cancel",
        "--payment-id",
        back.paymentId().value(),
        "--reason",
        "one item returned",
        "--timeout",
        "4s");
  }

  private static PgRun resume(Gateway gateway, Object text, String... more) {
    return with(more, gateway.id(), "cancel", "--json", "--resume", String.valueOf(text));
  }

  private static PgRun with(String[] more, String... first) {
    List<String> words = new ArrayList<>(List.of(first));
    words.addAll(List.of(more));
    return pg(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void answerLost_resumed_isAlreadyCancelled_andOneRefund(Gateway gateway) {
    BrowserReturn back = paid(gateway);
    doubt(gateway, back, Fault.of(ANSWER_LOST));

    PgRun doubt = cancel(gateway, back, "--amount", "5000", "--json");

    assertThat(doubt.exitCode()).isEqualTo(6);
    Object text = doubt.json("error").get("resume");
    assertThat(CancelRequest.resume(String.valueOf(text)).paymentId()).isEqualTo(back.paymentId());
    long sent = sent(gateway, back);
    clearFaults();
    PgRun again = resume(gateway, text, "--since", "200");
    assertThat(again.exitCode()).isZero();
    assertThat(again.json()).containsEntry("cancellation", "ALREADY_CANCELLED");
    assertThat(again.json()).containsEntry("resume", null);
    assertThat(sent(gateway, back)).isEqualTo(sent);
    assertThat(refunds(gateway, back)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void doubtWithoutJson_textOnItsOwnLine_andTheCommandThatAsksForTheSeconds(Gateway gateway) {
    BrowserReturn back = paid(gateway);
    doubt(gateway, back, Fault.of(ANSWER_LOST));

    PgRun doubt = cancel(gateway, back, "--amount", "5000", "--base-url", server(gateway).url());

    assertThat(doubt.exitCode()).isEqualTo(6);
    assertThat(doubt.out()).isEmpty();
    Matcher line = Pattern.compile("(?m)^ {2}resume +(\\S+)$").matcher(doubt.err());
    assertThat(line.find()).isTrue();
    String text = line.group(1);
    assertThat(doubt.err())
        .contains("\n  pg " + gateway.id() + " find --payment-id " + back.paymentId())
        .contains(
            "\n  pg "
                + gateway.id()
                + " cancel --resume '"
                + text
                + "' --since SECONDS --base-url "
                + server(gateway).url()
                + "\n")
        .doesNotContain("--refund-bank");
    clearFaults();
    assertThat(resume(gateway, text).json()).containsEntry("cancellation", "ALREADY_CANCELLED");
  }

  @Test
  void requestLostAtIamport_isSentAgainOnlyAfterTheTimeThatHasPassed_andOnce() {
    BrowserReturn back = paid(Gateway.IAMPORT);
    doubt(Gateway.IAMPORT, back, Fault.of(CUT_AFTER_READ));
    Object text =
        cancel(Gateway.IAMPORT, back, "--amount", "5000", "--json").json("error").get("resume");
    clearFaults();
    long sent = sent(Gateway.IAMPORT, back);

    PgRun tooEarly = resume(Gateway.IAMPORT, text);
    assertThat(tooEarly.exitCode()).isEqualTo(6);
    assertThat(sent(Gateway.IAMPORT, back)).isEqualTo(sent);

    PgRun later = resume(Gateway.IAMPORT, tooEarly.json("error").get("resume"), "--since", "200");
    assertThat(later.json()).containsEntry("cancellation", "CANCELLED");
    assertThat(refunds(Gateway.IAMPORT, back)).isEqualTo(1);
  }

  @Test
  void requestLostAtToss_isSentAgainAtOnce_underItsKey() {
    BrowserReturn back = paid(Gateway.TOSS);
    doubt(Gateway.TOSS, back, Fault.of(CUT_AFTER_READ));
    String text =
        String.valueOf(
            cancel(Gateway.TOSS, back, "--amount", "5000", "--json").json("error").get("resume"));
    clearFaults();

    assertThat(resume(Gateway.TOSS, text).json()).containsEntry("cancellation", "CANCELLED");
    assertThat(sandbox.toss().journal().last().header("Idempotency-Key"))
        .hasValue(CancelRequest.resume(text).idempotencyKey());
    assertThat(refunds(Gateway.TOSS, back)).isEqualTo(1);
  }

  @Test
  void provedNotExecutedAtToss_exit3WithTheText_thatIsThenCarriedOut() {
    BrowserReturn back = paid(Gateway.TOSS);
    doubt(Gateway.TOSS, back, Fault.status(500));
    Object text =
        cancel(Gateway.TOSS, back, "--amount", "5000", "--json").json("error").get("resume");
    clearFaults();

    PgRun notExecuted = resume(Gateway.TOSS, text, "--since", "200");
    assertThat(notExecuted.exitCode()).isEqualTo(3);
    assertThat(notExecuted.json("error")).containsEntry("retryable", true);

    PgRun done = resume(Gateway.TOSS, notExecuted.json("error").get("resume"));
    assertThat(done.json()).containsEntry("cancellation", "CANCELLED");
    assertThat(refunds(Gateway.TOSS, back)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void pending_resumed_isReportedDone_andNothingIsSent(Gateway gateway) {
    BrowserReturn back = paid(gateway);
    sandbox.switches().on(LATER);
    long before = sent(gateway, back);
    PgRun first = cancel(gateway, back, "--amount", "5000", "--json");
    PgRun second = resume(gateway, first.json().get("resume"));
    assertThat(second.exitCode()).isZero();
    assertThat(second.json()).containsEntry("cancellation", "PENDING");

    server(gateway).settleRefunds(back.paymentId());
    PgRun third = resume(gateway, second.json().get("resume"));

    assertThat(third.json()).containsEntry("cancellation", "ALREADY_CANCELLED");
    assertThat(third.json()).containsEntry("resume", null);
    assertThat(sent(gateway, back) - before).isEqualTo(1);
    assertThat(refunds(gateway, back)).isEqualTo(1);
  }

  @Test
  void pendingWithoutJson_textAndCommandOnStandardOutput() {
    BrowserReturn back = paid(Gateway.TOSS);
    sandbox.switches().on(Switch.TOSS_REFUNDS_LATER);

    PgRun run = cancel(Gateway.TOSS, back, "--amount", "5000");

    Matcher line = Pattern.compile("(?m)^ {2}resume +(\\S+)$").matcher(run.out());
    assertThat(line.find()).isTrue();
    assertThat(run.out()).contains("\n  pg toss cancel --resume '" + line.group(1) + "'\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void pendingDeposit_itsAccountIsNotPrinted_andMustBeGivenAgain() {
    BrowserReturn back = deposited(Gateway.TOSS);

    PgRun first = with(account(Gateway.TOSS), cancelOf(back));
    PgRun second = resume(Gateway.TOSS, first.json().get("resume"), account(Gateway.TOSS));

    assertThat(first.json()).containsEntry("cancellation", "PENDING");
    assertThat(second.json()).containsEntry("cancellation", "PENDING");
    for (PgRun run : List.of(first, second)) {
      assertThat(run.out() + run.err()).doesNotContain(NUMBER, HOLDER, "%EB%B0%95");
      assertThat(resume(Gateway.TOSS, run.json().get("resume")).exitCode()).isEqualTo(2);
    }
  }

  private static String[] cancelOf(BrowserReturn back) {
    String id = back.paymentId().value();
    return new String[] {"toss", "cancel", "--payment-id", id, "--reason", "r", "--json"};
  }

  @ParameterizedTest
  @EnumSource
  void depositInDoubt_itsAccountIsNotPrinted_andTheOneGivenAgainGoesOverTheWire(Gateway gateway) {
    BrowserReturn back = deposited(gateway);
    doubt(gateway, back, Fault.of(CUT_AFTER_READ));

    PgRun doubt = cancel(gateway, back, account(gateway));

    assertThat(doubt.exitCode()).isEqualTo(6);
    assertThat(doubt.err()).contains("give --refund-bank, --refund-account and --refund-holder");
    assertThat(doubt.err()).doesNotContain(NUMBER, HOLDER, "%EB%B0%95");
    Matcher line = Pattern.compile("(?m)^ {2}resume +(\\S+)$").matcher(doubt.err());
    assertThat(line.find()).isTrue();
    clearFaults();
    List<String> more = new ArrayList<>(List.of(account(gateway)));
    if (gateway == Gateway.IAMPORT) {
      more.addAll(List.of("--since", "200"));
    }
    PgRun again = resume(gateway, line.group(1), more.toArray(String[]::new));
    assertThat(again.exitCode()).isZero();
    assertThat(lastPost(gateway))
        .contains(NUMBER, '"' + bank(gateway) + '"', HOLDER)
        .doesNotContain("withheld");
  }
}
