package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.whole.VirtualThreads;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every benchmark for a moment, so that none can rot. What it measures means nothing. */
class MomentTest {
  private static final List<String> BOTH = List.of("Toss", "Iamport");

  /** The groups' rows, in the order of the groups. */
  private static final List<List<String>> EXPECTED =
      Stream.of(
              names(
                  BOTH,
                  List.of("1"),
                  "find p50",
                  "find p99",
                  "find bytes allocated",
                  "find p50 against Retrofit + Gson",
                  "find p99 against Retrofit + Gson",
                  "find bytes against Retrofit + Gson",
                  "find p50 against java.net.http + Jackson",
                  "find p99 against java.net.http + Jackson",
                  "find bytes against java.net.http + Jackson",
                  "find p50 against OkHttp + Moshi",
                  "find p99 against OkHttp + Moshi",
                  "find bytes against OkHttp + Moshi"),
              names(
                  BOTH,
                  List.of("1", "8"),
                  "find calls",
                  "confirm calls",
                  "cancel calls",
                  "server's ceiling against the fastest call"),
              names(BOTH, List.of("1"), "read a payment", "read a payment and look at all of it"),
              Stream.concat(
                  names(
                      List.of("Iamport"),
                      List.of("1", "8"),
                      "cached token, more than a volatile read",
                      "cached token, more than a volatile read, bytes allocated",
                      "getToken() with the token cached, likewise",
                      "getToken() with the token cached, likewise, bytes allocated",
                      "the clock alone, likewise"),
                  names(
                      List.of("both"),
                      List.of("1"),
                      "verify, matching",
                      "verify, matching, bytes allocated",
                      "verify, another amount",
                      "verify, another amount, bytes allocated")),
              names(
                  BOTH,
                  List.of("1"),
                  "first find in a fresh JVM, start to exit",
                  "pg find, start to exit"),
              names(
                  List.of("Iamport"),
                  List.of("100 virtual"),
                  "token requests for an empty cache",
                  "until the last caller has the token"),
              names(
                  BOTH,
                  List.of("1"),
                  "threads left by 1,000 gateways, built and closed",
                  "handles left by 1,000 gateways, built and closed",
                  "heap left by 1,000 gateways, built and closed"),
              names(BOTH, List.of("20 virtual"), "heap of a waiting call, fresh process"),
              names(
                  BOTH,
                  List.of("8"),
                  "live heap of a million finds, last less first count",
                  "requests for a million finds, tokens with them"))
          .map(Stream::toList)
          .toList();

  private static Stream<String> names(
      List<String> gateways, List<String> callers, String... whats) {
    return gateways.stream()
        .flatMap(
            gateway ->
                callers.stream()
                    .flatMap(many -> Stream.of(whats).map(what -> Row.name(what, gateway, many))));
  }

  @BeforeAll
  static void letOthersBuildOnThisMachine() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @TestFactory
  Stream<DynamicTest> everyGroup_forAMoment_hasAFigureInEveryRow() throws IOException {
    boolean virtualThreads = VirtualThreads.java().isPresent();
    // Within a build pg can't be built; that is the one row which stays without a figure.
    Predicate<Row> mayLackAFigure =
        row ->
            row.what().startsWith("pg find")
                || (row.callers().contains("virtual") && !virtualThreads);
    List<Group> groups = Benchmarks.groups();
    assertThat(EXPECTED).hasSameSizeAs(groups);
    return groups.stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.name(),
                    () -> {
                      List<Row> rows = group.measure(Plan.of(Mode.MOMENT));
                      assertThat(rows.stream().map(MomentTest::name))
                          .containsExactlyInAnyOrderElementsOf(EXPECTED.get(groups.indexOf(group)));
                      assertThat(rows)
                          .filteredOn(mayLackAFigure.negate())
                          .allSatisfy(row -> assertThat(row.figure().isMeasured()).isTrue());
                    }));
  }

  /** Without the Java that is found here. */
  private static String name(Row row) {
    return Row.name(row.what(), row.gateway(), row.callers().replaceAll(", Java .*", ""));
  }
}
