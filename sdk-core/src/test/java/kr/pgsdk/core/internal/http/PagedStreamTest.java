package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PagedStreamTest {
  private final OkHttpClient client = new OkHttpClient();
  private final Wire wire;
  private final Sender sender;

  PagedStreamTest() throws Exception {
    wire = new Wire();
    sender = wire.sender(HttpOptions.builder().client(client));
  }

  @AfterEach
  void close() {
    sender.close();
    wire.close();
  }

  /**
   * Pages of {@code {"rows":[{"id":..}],"next":n}}; a list that goes on by its last row, or not.
   */
  private record Numbered(boolean byRow) implements Paging<String> {
    @Override
    public HttpRequest.Builder first() {
      return HttpRequest.safe("list", "GET", "list");
    }

    @Override
    public List<String> places() {
      return List.of("rows");
    }

    @Override
    public String row(JsonObject json) {
      return json.requiredText("id");
    }

    @Override
    public String id(String row) {
      return row;
    }

    @Override
    public HttpRequest.@Nullable Builder next(End<String> page) {
      JsonObject envelope = page.envelope();
      Integer next = envelope == null ? null : envelope.integer("next");
      return next == null ? null : first().query("page", next);
    }

    @Override
    public HttpRequest.@Nullable Builder after(String last) {
      return byRow ? first().query("after", last) : null;
    }

    @Override
    public boolean isNone(GatewayException refusal) {
      return refusal.httpStatus().orElse(0) == 404;
    }
  }

  private static final PageJudge JUDGE =
      new PageJudge() {
        @Override
        public HttpRequest.Builder with(HttpRequest.Builder request) {
          return request.header("Every", "one");
        }

        @Override
        public void judgeEnd(
            HttpRequest request,
            HttpResponse response,
            Function<HttpResponse, JsonObject> envelope) {
          if (!response.isSuccessful()) {
            String unused = Wire.read(response);
          }
        }
      };

  private Stream<String> list(boolean byRow) {
    return list(sender, byRow);
  }

  private static Stream<String> list(Sender sender, boolean byRow) {
    return PagedStream.of(sender, new Numbered(byRow), JUDGE, sender::deadline);
  }

  private List<String> read() {
    try (Stream<String> rows = list(false)) {
      return rows.toList();
    }
  }

  private static String rows(String... ids) {
    List<String> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add("{\"id\":\"" + id + "\"}");
    }
    return "{\"rows\":[" + String.join(",", rows);
  }

  private List<String> targets() throws InterruptedException {
    List<String> targets = new ArrayList<>();
    for (int i = wire.server.getRequestCount(); i > 0; i--) {
      RecordedRequest request = wire.server.takeRequest();
      assertThat(request.getHeaders().get("Every")).isEqualTo("one");
      targets.add(request.getTarget());
    }
    return targets;
  }

  private void assertNoConnectionInUse() {
    assertThat(client.connectionPool().connectionCount())
        .isEqualTo(client.connectionPool().idleConnectionCount());
  }

  @Test
  void pages_areAskedForAsTheyAreRead_andTheEndClosesTheStream() throws Exception {
    wire.serve(
        PageBody.of(rows("a", "b") + "],\"next\":2}"),
        PageBody.of(rows() + "],\"next\":3}"),
        PageBody.of("{\"next\":null,\"rows\":[{\"id\":\"c\"}]}"));

    Iterator<String> rows = list(false).iterator();

    assertThat(wire.server.getRequestCount()).isZero();
    assertThat(rows.next()).isEqualTo("a");
    assertThat(rows.next()).isEqualTo("b");
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
    assertThat(rows.next()).isEqualTo("c");
    assertThat(rows.hasNext()).isFalse();
    assertNoConnectionInUse();
    assertThat(targets()).containsExactly("/list", "/list?page=2", "/list?page=3");
  }

  @Test
  void row_isHandedOn_beforeTheNextHasCome() {
    CountDownLatch consumed = new CountDownLatch(1);
    wire.serve(
        PageBody.of(
            body -> {
              body.send(rows("a"));
              assertThat(consumed.await(100, TimeUnit.SECONDS)).isTrue();
              body.send(",{\"id\":\"b\"}]}");
            }));
    List<String> seen = new ArrayList<>();

    try (Stream<String> rows = list(false)) {
      rows.forEach(
          row -> {
            seen.add(row);
            consumed.countDown();
          });
    }

    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void streamThatIsClosedEarly_readsNoFurther_andGivesItsConnectionBack() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    wire.serve(
        PageBody.of(
            body -> {
              body.send(rows("a"));
              assertThat(closed.await(100, TimeUnit.SECONDS)).isTrue();
            }));

    Stream<String> stream = list(false);
    Iterator<String> rows = stream.iterator();
    assertThat(rows.next()).isEqualTo("a");
    stream.close();

    assertNoConnectionInUse();
    closed.countDown();
    assertThatIllegalStateException().isThrownBy(rows::hasNext);
    assertThat(targets()).containsExactly("/list");
  }

  @Test
  void consumerThatThrows_leavesNoConnectionBehind() {
    wire.serve(PageBody.of(rows("a", "b") + "]}"));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                list(false)
                    .forEach(
                        row -> {
                          throw new IllegalStateException(row);
                        }));

    assertNoConnectionInUse();
  }

  @Test
  void pageThatBreaksOff_isFetchedAgain_andItsRowsAreSkipped() throws Exception {
    wire.serve(
        PageBody.cutAfter(rows("a", "b")),
        PageBody.cutAfter(rows("a", "b", "c") + ",{\"i"),
        PageBody.of(rows("a", "b", "c", "d") + "],\"next\":2}"),
        PageBody.of(rows("e") + "]}"));

    assertThat(read()).containsExactly("a", "b", "c", "d", "e");
    assertThat(targets()).containsExactly("/list", "/list", "/list", "/list?page=2");
    assertThat(wire.pauses).hasSize(2);
  }

  @Test
  void pageThatBreaksOff_andThenHasOtherRows_isMalformed() {
    wire.serve(PageBody.cutAfter(rows("a", "b")), PageBody.of(rows("x", "a", "b") + "]}"));

    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(this::read)
        .withMessageContaining("other rows");
    assertNoConnectionInUse();
  }

  @Test
  void listThatGoesOnByItsLastRow_isContinuedBehindIt() throws Exception {
    wire.serve(PageBody.cutAfter(rows("a", "b")), PageBody.of(rows("c") + "]}"));

    try (Stream<String> rows = list(true)) {
      assertThat(rows).containsExactly("a", "b", "c");
    }
    assertThat(targets()).containsExactly("/list", "/list?after=b");
  }

  @Test
  void pageThatBreaksOffAgainAndAgain_isGivenUp_andSaysHowFarItGot() {
    wire.serve(
        PageBody.cutAfter(rows("a")),
        PageBody.cutAfter(rows("a", "b")),
        PageBody.cutAfter(rows("a", "b", "c")),
        PageBody.of(rows("a", "b", "c") + "]}"));
    List<String> seen = new ArrayList<>();

    try (Stream<String> rows = list(false)) {
      Iterator<String> iterator = rows.iterator();
      assertThatExceptionOfType(TransportException.class)
          .isThrownBy(() -> iterator.forEachRemaining(seen::add))
          .withMessageContaining("broke off after 3 rows")
          .withMessageContaining("you may call again");
      assertThatExceptionOfType(TransportException.class).isThrownBy(iterator::hasNext);
    }

    assertThat(seen).containsExactly("a", "b", "c");
    assertThat(wire.server.getRequestCount()).isEqualTo(3);
    assertNoConnectionInUse();
  }

  @Test
  void pageThatNeverComesWhole_saysHowFarTheListGot() {
    wire.serve(
        PageBody.cutAfter(rows("a", "b")),
        PageBody.cutAfter(rows("a")),
        Wire.CUT_AFTER_READ,
        PageBody.cutAfter(rows("a", "b")));

    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(this::read)
        .withMessageContaining("broke off after 2 rows");
    assertNoConnectionInUse();
  }

  @Test
  void pageThatBreaksOffBeforeItsFirstRow_isRepeatedLikeAnyRequest() throws Exception {
    wire.serve(
        PageBody.cutAfter("{\"ro"),
        Wire.CUT_AFTER_READ,
        PageBody.of(rows("a") + "],\"next\":2}"),
        Wire.status(503, "busy"),
        PageBody.of(rows("b") + "]}"));

    assertThat(read()).containsExactly("a", "b");
    assertThat(wire.pauses).hasSize(3);
  }

  @Test
  void tooManyRequestsBetweenPages_waits() {
    wire.serve(
        PageBody.of(rows("a") + "],\"next\":2}"),
        Wire.status(429, "{\"code\":\"SLOW\"}", "Retry-After: 3"),
        PageBody.of(rows("b") + "]}"));

    assertThat(read()).containsExactly("a", "b");
    assertThat(wire.pauses).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void refusal_isThrown_unlessItSaysThatThereIsNone() {
    wire.serve(Wire.status(400, "{\"code\":\"BAD\"}"));
    assertThatExceptionOfType(GatewayException.class).isThrownBy(this::read);

    wire.serve(
        PageBody.of(rows("a") + "],\"next\":2}"), Wire.status(404, "{\"code\":\"NO_MORE\"}"));
    assertThat(read()).containsExactly("a");
  }

  @Test
  void pageThatComesAgain_isMalformed_andNotHandedOn() {
    MockResponse same = PageBody.of(rows("a", "b") + "],\"next\":2}");
    wire.serve(same, same, same);
    List<String> seen = new ArrayList<>();

    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> list(false).forEach(seen::add))
        .withMessageContaining("same row");
    assertThat(seen).containsExactly("a", "b");
    assertThat(wire.server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rows\":[{\"id\":\"a\"},7]}",
        "{\"rows\":[{\"id\":\"a\"},{\"id\":7}]}",
        "{\"rows\":[{\"id\":\"a\"}",
        "{\"rows\":[{\"id\":\"a\"}]",
        "{\"rows\":[{\"id\":\"a\"}]}]",
        "{\"rows\":[{\"id\":\"a\"}],\"rows\":[]}",
        "{\"rows\":[{\"id\":\"a\"},]}",
        "{\"rows\":[{\"id\":\"a\"} {\"id\":\"b\"}]}"
      })
  void pageThatIsWrongBehindItsFirstRow_isMalformed_andGivesItsConnectionBack(String json) {
    wire.serve(PageBody.of(json));
    List<String> seen = new ArrayList<>();

    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> list(false).forEach(seen::add));

    assertThat(seen).containsExactly("a");
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
    assertNoConnectionInUse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"rows\":null}",
        "{\"rows\":{}}",
        "[]",
        "7",
        "<html>",
        "{\"rows\":[{\"id\":\"a\"},{\"id\":\"b\",\"x\":TRUE}]}",
        "{\"rows\":[{\"id\":\"a\"},{\"id\":\"b\\x\"}]}",
        "{\"row\":[]}",
        "{\"rows\":[7]}",
        "{\"rows\":[[]]}",
        "{\"rows\":[null]}"
      })
  void whatIsNoPage_isMalformed(String json) {
    wire.serve(new MockResponse.Builder().body(json).build());

    assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(this::read);
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
    assertNoConnectionInUse();
  }

  @Test
  void rowLargerThanOneMebibyte_isNotRead_norAPageLargerThanSixteen() {
    String mebibyte = "\",\"x\":\"" + "x".repeat(Json.MAX_OBJECT_BYTES);
    wire.serve(PageBody.of(rows("a", "b" + mebibyte) + "]}"));
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(this::read)
        .withMessageContaining("1 MiB");

    String half = "{\"id\":\"a\",\"x\":\"" + "x".repeat(Json.MAX_OBJECT_BYTES / 2) + "\"},";
    wire.serve(
        PageBody.of(
            body -> {
              body.send("{\"rows\":[");
              for (int i = 0; i < 40; i++) {
                body.send(half);
              }
            }));
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(this::read)
        .withMessageContaining("16 MiB");
  }

  @Test
  void interruptedThread_readsNoFurther_andKeepsTheFlag() {
    wire.serve(PageBody.of(rows("a", "b") + "]}"));
    Stream<String> stream = list(false);
    Iterator<String> rows = stream.iterator();
    assertThat(rows.next()).isEqualTo("a");

    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(TransportException.class)
          .isThrownBy(rows::hasNext)
          .withMessageContaining("after 1 row (the thread was interrupted)");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertNoConnectionInUse();
  }

  @Test
  void closedSender_endsTheStream_evenOneThatWaits() {
    wire.serve(
        PageBody.of(
            body -> {
              body.send(rows("a"));
              sender.close();
            }));
    List<String> seen = new ArrayList<>();

    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> list(false).forEach(seen::add));

    assertThatIllegalStateException().isThrownBy(this::read);
  }

  @Test
  void pageThatDoesNotGoOn_endsByItsDeadline() {
    Sender hasty =
        wire.sender(HttpOptions.builder().client(client).deadline(Duration.ofMillis(300)));
    CountDownLatch ended = new CountDownLatch(1);
    wire.serve(
        PageBody.of(
            body -> {
              body.send(rows("a"));
              assertThat(ended.await(100, TimeUnit.SECONDS)).isTrue();
            }));

    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> list(hasty, false).forEach(row -> {}))
        .withMessageContaining("after 1 row (InterruptedIOException: timeout)");

    ended.countDown();
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
    assertNoConnectionInUse();
  }

  @Test
  void consumersOwnTime_isNotThePages() {
    AtomicLong nanos = new AtomicLong();
    wire.serve(
        PageBody.of(rows("a", "b".repeat(100_000), "c") + "],\"next\":2}"),
        PageBody.of(rows("d") + "]}"));

    Sender slow = wire.sender(HttpOptions.builder().client(client), nanos::get);
    List<String> seen = new ArrayList<>();
    list(slow, false)
        .forEach(
            row -> {
              seen.add(row.substring(0, 1));
              nanos.addAndGet(Duration.ofHours(1).toNanos());
            });

    assertThat(seen).containsExactly("a", "b", "c", "d");
  }

  @Test
  void eachPage_isACallOfItsOwn() {
    List<String> told = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void attemptEnded(AttemptEvent event) {
            told.add("attempt " + event.number() + " " + event.outcome());
          }

          @Override
          public void callEnded(CallEvent event) {
            told.add(event.call() + " " + event.outcome());
          }
        };
    wire.serve(
        PageBody.of(rows("a") + "],\"next\":2}"),
        Wire.status(503, ""),
        PageBody.of(rows("b") + "]}"));

    list(wire.sender(HttpOptions.builder().listener(listener)), false).forEach(row -> {});

    assertThat(told)
        .containsExactly(
            "attempt 1 DONE", "list Done", "attempt 1 UNCERTAIN", "attempt 2 DONE", "list Done");
  }

  @Test
  void parallelStream_isReadOneByOneAllTheSame() {
    wire.serve(PageBody.of(rows("a", "b", "c") + "]}"));

    assertThat(list(false).parallel().toList()).containsExactly("a", "b", "c");
  }
}
