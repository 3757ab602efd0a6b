package kr.pgsdk.sandbox.matrix;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.BROKEN_GZIP;
import static kr.pgsdk.sandbox.FaultKind.CLOSE_AFTER_ANSWER;
import static kr.pgsdk.sandbox.FaultKind.CONTINUED;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_BEFORE_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_BODY;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_HEAD;
import static kr.pgsdk.sandbox.FaultKind.CUT_THEN_EXECUTED;
import static kr.pgsdk.sandbox.FaultKind.DEEP_BODY;
import static kr.pgsdk.sandbox.FaultKind.ENDLESS_BODY;
import static kr.pgsdk.sandbox.FaultKind.ENDLESS_HEAD;
import static kr.pgsdk.sandbox.FaultKind.EXPIRED_TOKEN;
import static kr.pgsdk.sandbox.FaultKind.GZIP_BOMB;
import static kr.pgsdk.sandbox.FaultKind.HUGE_BODY;
import static kr.pgsdk.sandbox.FaultKind.LENGTH_TOO_LARGE;
import static kr.pgsdk.sandbox.FaultKind.LENGTH_TOO_SMALL;
import static kr.pgsdk.sandbox.FaultKind.NO_TOKEN;
import static kr.pgsdk.sandbox.FaultKind.SLOW_ANSWER;
import static kr.pgsdk.sandbox.FaultKind.SLOW_BODY;
import static kr.pgsdk.sandbox.FaultKind.STALL_AFTER_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.STALL_IN_BODY;
import static kr.pgsdk.sandbox.FaultKind.TOKEN_CLOCK;
import static kr.pgsdk.sandbox.FaultKind.TRUNCATED_BODY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.matrix.FaultCase.Chapter;
import kr.pgsdk.sandbox.matrix.FaultCase.Execution;
import kr.pgsdk.sandbox.matrix.FaultCase.TimeLimit;
import kr.pgsdk.sandbox.matrix.NetworkPath.NetworkFault;
import org.jspecify.annotations.Nullable;

/** Everything that goes wrong, in the page's order: the sandbox's faults in a reader's words. */
final class FaultCases {
  private static final Set<GatewayUnderTest> ALL = Set.of(GatewayUnderTest.values());
  private static final Set<GatewayUnderTest> IAMPORT = Set.of(GatewayUnderTest.IAMPORT);
  private static final Set<GatewayUnderTest> TOSS = Set.of(GatewayUnderTest.TOSS);
  private static final Set<GatewayUnderTest> PORTONE = Set.of(GatewayUnderTest.PORTONE);

  private final List<FaultCase> all = new ArrayList<>();
  private Chapter chapter = Chapter.UNREACHED;
  private TimeLimit limit = TimeLimit.NONE;
  private Set<GatewayUnderTest> gateways = ALL;

  private FaultCases() {}

  static List<FaultCase> all() {
    FaultCases cases = new FaultCases();
    cases.unreached();
    cases.broken();
    cases.slow();
    cases.refused();
    cases.somethingElse();
    cases.harmful();
    cases.contradictory();
    cases.tokens();
    cases.refusedAfterALoss();
    cases.refundsOfAnother();
    return List.copyOf(cases.all);
  }

  private void unreached() {
    chapter = Chapter.UNREACHED;
    network("connection refused", NetworkFault.REFUSED);
    network("name not resolved", NetworkFault.NO_SUCH_NAME);
    network("TLS handshake fails", NetworkFault.NO_TLS);
    network("certificate of another host", NetworkFault.OTHER_HOST);
    network("certificate of an unknown issuer", NetworkFault.UNKNOWN_ISSUER);
    network("proxy answers 407", NetworkFault.PROXY_REFUSES);
  }

  private void broken() {
    chapter = Chapter.BROKEN;
    never("reset before the request is read", Fault.of(CUT_BEFORE_READ));
    never("closed without an answer", Fault.of(CUT_AFTER_READ));
    executed("closed without an answer", Fault.of(ANSWER_LOST));
    later("closed without an answer", Fault.of(CUT_THEN_EXECUTED));
    both("closed in the headers", Fault.of(CUT_IN_HEAD));
    both("closed in the body", Fault.of(CUT_IN_BODY));
    executed("closed unannounced after the answer", Fault.of(CLOSE_AFTER_ANSWER));
  }

  private void slow() {
    chapter = Chapter.SLOW;
    limit = TimeLimit.DEADLINE;
    later("silence up to the deadline", Fault.of(STALL_BEFORE_EXECUTION));
    executed("silence up to the deadline", Fault.of(STALL_AFTER_EXECUTION));
    both("silence in the middle of the body", Fault.of(STALL_IN_BODY));
    both("body at one byte a second", Fault.of(SLOW_BODY));
    both("all at one byte a second", Fault.of(SLOW_ANSWER));
    limit = TimeLimit.READ_TIMEOUT;
    later("silence beyond the read timeout", Fault.of(STALL_BEFORE_EXECUTION));
    executed("silence beyond the read timeout", Fault.of(STALL_AFTER_EXECUTION));
    limit = TimeLimit.NONE;
    executed("100 Continue before the answer", Fault.of(CONTINUED));
    executed("100 Continue a thousand times", Fault.of(CONTINUED).size(1_000));
  }

  private void refused() {
    chapter = Chapter.REFUSED;
    said("400", Fault.status(400));
    said("401", Fault.status(401));
    said("403", Fault.status(403));
    said("404 in the gateway's own words", Fault.status(404));
    instead("408", Fault.status(408));
    instead("409 (in progress)", Fault.status(409));
    said("429", Fault.status(429));
    said("429, Retry-After an hour", Fault.status(429).retryAfter(Duration.ofHours(1)));
    limit = TimeLimit.PAUSE;
    said("429, Retry-After a second", Fault.status(429).retryAfter(Duration.ofSeconds(1)));
    add(
        "429, Retry-After as a date",
        Execution.SAID,
        given -> Fault.status(429).retryAfter(given.sandbox().clock().instant().plusSeconds(2)));
    limit = TimeLimit.NONE;
    instead("500", Fault.status(500));
    instead("502", Fault.status(502));
    instead("503", Fault.status(503));
    never("503, Retry-After 0", Fault.status(503).retryAfter(Duration.ZERO));
    instead("504", Fault.status(504));
    add("200 with an error inside", Execution.SAID, OwnResponses::refusalWith200);
  }

  private void somethingElse() {
    chapter = Chapter.ELSE;
    instead("502 with a page of HTML", Fault.html(502));
    for (int status : List.of(401, 403, 404, 407, 429)) {
      never(status + " with a page of HTML", Fault.html(status));
    }
    instead("200 with a page of HTML", Fault.html(200));
    instead("200 with nothing", Fault.empty(200));
    instead("200 with null in place of the payment", OwnResponses::nothing);
    for (int status : List.of(302, 307, 308)) {
      instead(status + " to another host", Fault.redirect(status, OtherHost.url()));
    }
    executed("half of the JSON", Fault.of(TRUNCATED_BODY));
    add(
        "an answer about another payment",
        Execution.AT_ONCE,
        given -> Fault.rewrittenBody(body -> OwnResponses.ofAnother(given.gateway(), body)));
  }

  private void harmful() {
    chapter = Chapter.HARMFUL;
    both("headers without end", Fault.of(ENDLESS_HEAD));
    both("chunks without end", Fault.of(ENDLESS_BODY));
    both("Content-Length too large", Fault.of(LENGTH_TOO_LARGE));
    both("Content-Length too small", Fault.of(LENGTH_TOO_SMALL).size(500));
    both("gzip that doesn't unzip", Fault.of(BROKEN_GZIP));
    both("gzip that unzips to 1 GiB", Fault.of(GZIP_BOMB));
    executed("20 MB of JSON", Fault.of(HUGE_BODY));
    executed("JSON of 10,000 levels", Fault.of(DEEP_BODY));
  }

  private void contradictory() {
    chapter = Chapter.CONTRADICTS;
    gateways = TOSS;
    Contradictions.atToss().forEach(this::contradicts);
    gateways = IAMPORT;
    Contradictions.atIamport().forEach(this::contradicts);
    gateways = PORTONE;
    Contradictions.atPortOne().forEach(this::contradicts);
    gateways = ALL;
    contradicts("status twice", Contradictions::statusTwice);
  }

  private void contradicts(String words, UnaryOperator<String> change) {
    executed(words, Fault.rewrittenBody(change));
  }

  private void tokens() {
    chapter = Chapter.TOKENS;
    said("an answer without a token", Fault.of(NO_TOKEN));
    said("a token that has expired", Fault.of(EXPIRED_TOKEN));
    said("a clock ten hours ahead", Fault.of(TOKEN_CLOCK));
    said("a clock ten hours behind", Fault.of(TOKEN_CLOCK).time(Duration.ofHours(-10)));
  }

  /** Refusals of a repetition, said before the idempotency key is looked at. */
  private void refusedAfterALoss() {
    chapter = Chapter.AFTER_A_LOSS;
    gateways = TOSS;
    afterALoss(
        "403 FORBIDDEN_CONSECUTIVE_REQUEST",
        OwnResponses.toss(403, "FORBIDDEN_CONSECUTIVE_REQUEST"));
    afterALoss("400 DUPLICATED_REQUEST", OwnResponses.toss(400, "DUPLICATED_REQUEST"));
    afterALoss("400 PROVIDER_ERROR", OwnResponses.toss(400, "PROVIDER_ERROR"));
    afterALoss(
        "400 with a code that isn't in the documents", OwnResponses.toss(400, "BRAND_NEW_CODE"));
    afterALoss("401", Fault.status(401));
    gateways = IAMPORT;
    afterALoss("200 with code 1", OwnResponses.iamport(1, "환불가능금액이 일치하지 않습니다."));
    afterALoss("200 with code -1", OwnResponses.iamport(-1, "취소 실패"));
    afterALoss("401", Fault.status(401));
    gateways = PORTONE;
    afterALoss(
        "409 IDEMPOTENCY_OUTSTANDING_REQUEST",
        OwnResponses.portOne(409, "IDEMPOTENCY_OUTSTANDING_REQUEST"));
    afterALoss("400 INVALID_REQUEST", OwnResponses.portOne(400, "INVALID_REQUEST"));
    afterALoss("502 PG_PROVIDER", OwnResponses.byTheCompany());
    afterALoss(
        "400 with a type that isn't in the documents", OwnResponses.portOne(400, "BRAND_NEW_TYPE"));
    afterALoss("401", Fault.status(401));
    gateways = ALL;
  }

  /** The first sending is lost, and what is sent after it refused. */
  private void afterALoss(String words, Fault refusal) {
    add(words, Execution.NEVER, given -> Fault.of(CUT_AFTER_READ), refusal, null);
    add(words, Execution.AT_ONCE, given -> Fault.of(ANSWER_LOST), refusal, null);
    add(words, Execution.LATER, given -> Fault.of(CUT_THEN_EXECUTED), refusal, null);
  }

  /** Refunds of the same amount by somebody else. */
  private void refundsOfAnother() {
    chapter = Chapter.ANOTHERS;
    for (OtherRefund.Who who : OtherRefund.Who.values()) {
      for (OtherRefund.When when : OtherRefund.When.values()) {
        OtherRefund.Plan plan = new OtherRefund.Plan(who, when);
        String words = who.words + ", " + when.words;
        if (when == OtherRefund.When.AFTER_THE_LOSS) {
          add(words, Execution.AT_ONCE, given -> Fault.of(ANSWER_LOST), null, plan);
          add(words, Execution.NEVER, given -> Fault.of(CUT_AFTER_READ), null, plan);
        } else {
          add(words, Execution.SAID, given -> Fault.rewrittenBody(body -> body), null, plan);
        }
      }
    }
  }

  private void said(String words, Fault fault) {
    add(words, Execution.SAID, given -> fault);
  }

  private void never(String words, Fault fault) {
    add(words, Execution.NEVER, given -> fault);
  }

  private void executed(String words, Fault fault) {
    add(words, Execution.AT_ONCE, given -> fault);
  }

  private void later(String words, Fault fault) {
    add(words, Execution.LATER, given -> fault);
  }

  /** What happens to the true answer, and to a proxy's page. */
  private void both(String words, Fault fault) {
    never(words, fault.notExecuted());
    executed(words, fault);
  }

  /** What takes the place of the true answer. */
  private void instead(String words, Fault fault) {
    instead(words, given -> fault);
  }

  private void instead(String words, Function<Given, Fault> fault) {
    add(words, Execution.NEVER, fault);
    add(words, Execution.AT_ONCE, given -> fault.apply(given).executed());
  }

  private void add(String words, Execution execution, Function<Given, Fault> fault) {
    add(words, execution, fault, null, null);
  }

  private void add(
      String words,
      Execution execution,
      Function<Given, Fault> fault,
      @Nullable Fault refusal,
      OtherRefund.@Nullable Plan otherRefund) {
    all.add(
        new FaultCase(
            chapter,
            words,
            execution,
            limit,
            fault,
            NetworkFault.NONE,
            gateways,
            refusal,
            otherRefund));
  }

  private void network(String words, NetworkFault fault) {
    all.add(
        new FaultCase(chapter, words, Execution.SAID, limit, null, fault, gateways, null, null));
  }
}
