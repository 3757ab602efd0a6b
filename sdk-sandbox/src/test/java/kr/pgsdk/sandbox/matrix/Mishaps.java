package kr.pgsdk.sandbox.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.matrix.Mishap.Chapter;
import kr.pgsdk.sandbox.matrix.Mishap.Execution;
import kr.pgsdk.sandbox.matrix.Mishap.Patience;
import kr.pgsdk.sandbox.matrix.Road.Obstacle;

/** Everything that goes wrong, in the page's order. */
final class Mishaps {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Mishap> all = new ArrayList<>();
  private Chapter chapter = Chapter.UNREACHED;
  private Patience patience = Patience.PLENTY;

  private Mishaps() {}

  static List<Mishap> all() {
    Mishaps mishaps = new Mishaps();
    mishaps.unreached();
    mishaps.broken();
    mishaps.slow();
    mishaps.refused();
    mishaps.somethingElse();
    mishaps.harmful();
    mishaps.all.addAll(Misleading.contradictions());
    mishaps.tokens();
    mishaps.all.addAll(Misleading.refusedAfterALoss());
    mishaps.all.addAll(Misleading.refundsOfAnother());
    return List.copyOf(mishaps.all);
  }

  private void unreached() {
    chapter = Chapter.UNREACHED;
    onTheRoad("connection refused", Obstacle.REFUSED);
    onTheRoad("name not resolved", Obstacle.NO_SUCH_NAME);
    onTheRoad("TLS handshake fails", Obstacle.NO_TLS);
    onTheRoad("certificate of another host", Obstacle.OTHER_HOST);
    onTheRoad("certificate of an unknown issuer", Obstacle.UNKNOWN_ISSUER);
    onTheRoad("proxy answers 407", Obstacle.PROXY_REFUSES);
  }

  private void broken() {
    chapter = Chapter.BROKEN;
    never("reset before the request is read", Fault::cutBeforeRead);
    never("closed without an answer", Fault::cutAfterRead);
    executed("closed without an answer", Fault::answerLost);
    add(
        "closed without an answer",
        Execution.LATER,
        world -> Fault.cutThenExecutedOnRelease(),
        null);
    both("closed in the headers", Fault::cutInHead);
    both("closed in the body", Fault::cutInBody);
    executed("closed unannounced after the answer", Fault::closeAfterAnswer);
  }

  private void slow() {
    chapter = Chapter.SLOW;
    patience = Patience.DEADLINE;
    add("silence up to the deadline", Execution.LATER, w -> Fault.stallBeforeExecution(), null);
    executed("silence up to the deadline", Fault::stallAfterExecution);
    both("silence in the middle of the body", Fault::stallInBody);
    both("body at one byte a second", () -> Fault.slowBody(1, SECOND));
    both("all at one byte a second", () -> Fault.slowAnswer(SECOND));
    patience = Patience.READ_TIMEOUT;
    add(
        "silence beyond the read timeout",
        Execution.LATER,
        w -> Fault.stallBeforeExecution(),
        null);
    executed("silence beyond the read timeout", Fault::stallAfterExecution);
    patience = Patience.PLENTY;
    executed("100 Continue before the answer", () -> Fault.continued(1));
    executed("100 Continue a thousand times", () -> Fault.continued(1_000));
  }

  private void refused() {
    chapter = Chapter.REFUSED;
    said("400", () -> Fault.status(400));
    said("401", () -> Fault.status(401));
    said("403", () -> Fault.status(403));
    said("404 in the gateway's own words", () -> Fault.status(404));
    errors("408", 408);
    errors("409 (in progress)", 409);
    said("429", () -> Fault.status(429));
    said("429, Retry-After an hour", () -> Fault.status(429).retryAfter(Duration.ofHours(1)));
    patience = Patience.PAUSE;
    said("429, Retry-After a second", () -> Fault.status(429).retryAfter(SECOND));
    said(
        "429, Retry-After as a date",
        world -> Fault.status(429).retryAfter(world.sandbox().clock().instant().plusSeconds(2)));
    patience = Patience.PLENTY;
    errors("500", 500);
    errors("502", 502);
    errors("503", 503);
    never("503, Retry-After 0", () -> Fault.status(503).retryAfter(Duration.ZERO));
    errors("504", 504);
    said("200 with an error inside", Mishaps::refusalWith200);
  }

  private void somethingElse() {
    chapter = Chapter.ELSE;
    pages("502 with a page of HTML", () -> Fault.html(502));
    never("401 with a page of HTML", () -> Fault.html(401));
    never("403 with a page of HTML", () -> Fault.html(403));
    never("404 with a page of HTML", () -> Fault.html(404));
    never("407 with a page of HTML", () -> Fault.html(407));
    never("429 with a page of HTML", () -> Fault.html(429));
    pages("200 with a page of HTML", () -> Fault.html(200));
    pages("200 with nothing", () -> Fault.empty(200));
    pages("200 with null in place of the payment", Mishaps::nothing);
    pages("302 to another host", world -> Fault.redirect(302, world.elsewhere()));
    pages("307 to another host", world -> Fault.redirect(307, world.elsewhere()));
    pages("308 to another host", world -> Fault.redirect(308, world.elsewhere()));
    executed("half of the JSON", Fault::truncatedBody);
    executed(
        "an answer about another payment",
        () ->
            Fault.rewrittenBody(
                body ->
                    body.replaceAll(
                        "\"(imp_uid|paymentKey|merchant_uid|orderId)\":\"[^\"]+\"",
                        "\"$1\":\"another\"")));
  }

  private void harmful() {
    chapter = Chapter.HARMFUL;
    both("headers without end", Fault::endlessHead);
    both("chunks without end", Fault::endlessBody);
    both("Content-Length too large", () -> Fault.wrongContentLength(50));
    both("Content-Length too small", () -> Fault.wrongContentLength(-500));
    both("gzip that doesn't unzip", Fault::brokenGzip);
    both("gzip that unzips to 1 GiB", () -> Fault.gzipBomb(1 << 30));
    executed("20 MB of JSON", () -> Fault.hugeBody(20_000_000));
    executed("JSON of 10,000 levels", () -> Fault.deepBody(10_000));
  }

  private void tokens() {
    chapter = Chapter.TOKENS;
    said("an answer without a token", Fault::noToken);
    said("a token that has expired", Fault::expiredToken);
    said("a clock ten hours ahead", () -> Fault.tokenClock(Duration.ofHours(10)));
    said("a clock ten hours behind", () -> Fault.tokenClock(Duration.ofHours(-10)));
  }

  private static Fault refusalWith200(World world) {
    String body =
        world.gate() == Gate.IAMPORT
            ? "{\"code\":1,\"message\":\"거절\",\"response\":null}"
            : "{\"code\":\"INVALID_REQUEST\",\"message\":\"거절\"}";
    return Fault.answer(200, "application/json", body);
  }

  private static Fault nothing(World world) {
    String body =
        world.gate() == Gate.IAMPORT ? "{\"code\":0,\"message\":null,\"response\":null}" : "null";
    return Fault.answer(200, "application/json", body);
  }

  private void onTheRoad(String words, Obstacle obstacle) {
    add(words, Execution.SAID, null, obstacle);
  }

  private void said(String words, Supplier<Fault> fault) {
    said(words, world -> fault.get());
  }

  private void said(String words, Function<World, Fault> fault) {
    add(words, Execution.SAID, fault, null);
  }

  private void never(String words, Supplier<Fault> fault) {
    add(words, Execution.NEVER, world -> fault.get(), null);
  }

  private void executed(String words, Supplier<Fault> fault) {
    add(words, Execution.AT_ONCE, world -> fault.get(), null);
  }

  /** What happens to the true answer, and to a proxy's page. */
  private void both(String words, Supplier<Fault> fault) {
    never(words, () -> fault.get().notExecuted());
    executed(words, fault);
  }

  /** What takes the place of the true answer. */
  private void pages(String words, Supplier<Fault> fault) {
    pages(words, world -> fault.get());
  }

  private void pages(String words, Function<World, Fault> fault) {
    add(words, Execution.NEVER, fault, null);
    add(words, Execution.AT_ONCE, world -> fault.apply(world).executed(), null);
  }

  private void errors(String words, int status) {
    pages(words, () -> Fault.status(status));
  }

  private void add(
      String words, Execution execution, Function<World, Fault> fault, Obstacle obstacle) {
    Set<Gate> everywhere = Set.of(Gate.values());
    all.add(
        new Mishap(chapter, words, execution, patience, fault, obstacle, everywhere, null, null));
  }
}
