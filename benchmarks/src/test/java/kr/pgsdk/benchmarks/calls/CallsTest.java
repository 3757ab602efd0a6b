package kr.pgsdk.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.server.Kind;
import kr.pgsdk.benchmarks.server.ServerProcess;
import kr.pgsdk.core.Payment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A comparison is fair only if both sides do the same. */
class CallsTest {
  private static final int CALLS = 7;

  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  static Stream<Arguments> verbs() {
    return Stream.of(Gateway.values())
        .flatMap(gateway -> Stream.of(Verb.values()).map(verb -> Arguments.of(gateway, verb)));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void sdkAndFloor_sameVerb_returnEqualPaymentsForTheSameRequests(Gateway gateway, Verb verb)
      throws IOException {
    Kind kind = kind(gateway, verb);
    String url = server.control().url();
    try (ShopCalls sdk = new SdkCalls(gateway, url);
        ShopCalls floor = Floor.of(gateway, url, 1)) {
      sdk.call(verb);
      long before = server.control().counts().of(kind);
      long allBefore = server.control().counts().all();
      Payment ours = calls(sdk, verb);
      long between = server.control().counts().of(kind);
      Payment theirs = calls(floor, verb);
      long after = server.control().counts().of(kind);

      assertThat(between - before).isEqualTo(CALLS);
      assertThat(after - between).isEqualTo(CALLS);
      int requests = verb == Verb.CANCEL ? 2 : 1; // a cancel is looked up first
      assertThat(server.control().counts().all() - allBefore).isEqualTo(2 * CALLS * requests);
      assertThat(ours).usingRecursiveComparison().isEqualTo(theirs);
    }
  }

  private static Payment calls(ShopCalls calls, Verb verb) throws IOException {
    for (int i = 1; i < CALLS; i++) {
      calls.call(verb);
    }
    return calls.call(verb);
  }

  private static Kind kind(Gateway gateway, Verb verb) {
    boolean toss = gateway == Gateway.TOSS;
    return switch (verb) {
      case FIND -> toss ? Kind.TOSS_FIND : Kind.IAMPORT_FIND;
      case CONFIRM -> toss ? Kind.TOSS_CONFIRM : Kind.IAMPORT_FIND;
      case CANCEL -> toss ? Kind.TOSS_CANCEL : Kind.IAMPORT_CANCEL;
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyClient_find_asksOnce(Gateway gateway) throws Exception {
    for (Client client : Client.values()) {
      Client.Open open = client.open(Verb.FIND, gateway, server.control().url(), 1);
      try (AutoCloseable closed = open.client()) {
        // The first may open a connection, fetch a token, or learn how long an answer is.
        open.call().call();
        long before = server.control().counts().all();
        Object found = open.call().call();
        assertThat(found).as("%s", client).isNotNull();
        assertThat(server.control().counts().all() - before).as("%s", client).isEqualTo(1);
      }
    }
  }
}
