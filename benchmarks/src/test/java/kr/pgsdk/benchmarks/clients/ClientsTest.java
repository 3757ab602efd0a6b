package kr.pgsdk.benchmarks.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.benchmarks.server.Server;
import kr.pgsdk.benchmarks.server.ServerControl;
import kr.pgsdk.core.Payment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison is fair only if both sides do the same. */
class ClientsTest {
  private static ServerControl server;

  @BeforeAll
  static void start() throws IOException {
    server = ServerControl.of(Server.start());
  }

  @ParameterizedTest
  @CsvSource({
    "TOSS, FIND, 'GET /v1/payments/5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1'",
    "TOSS, CONFIRM, POST /v1/payments/confirm",
    "TOSS, CANCEL, 'GET /v1/payments/5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1,"
        + "POST /v1/payments/5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1/cancel'",
    "IAMPORT, FIND, GET /payments/imp_088022300265",
    "IAMPORT, CONFIRM, GET /payments/imp_088022300265",
    "IAMPORT, CANCEL, 'GET /payments/imp_803037736674,POST /payments/cancel'"
  })
  void sdkAndBareClient_sameVerb_readEqualPaymentsBySameRequests(
      Gateway gateway, Verb verb, String requests) throws Exception {
    List<String> targets = List.of(requests.split(",", -1));
    try (Client sdk = Client.Kind.SDK.open(gateway, server.url());
        Client bare = Client.Kind.BARE.open(gateway, server.url())) {
      verb.call(sdk); // fetches the token
      verb.call(bare);

      long before = count(targets);
      Object ours = verb.call(sdk);
      long between = count(targets);
      Object theirs = verb.call(bare);
      long after = count(targets);

      assertThat(between - before).isEqualTo(targets.size());
      assertThat(after - between).isEqualTo(targets.size());
      assertThat(bare((Payment) ours))
          .usingRecursiveComparison()
          .withComparatorForType(Comparator.naturalOrder(), BigDecimal.class)
          .isEqualTo(theirs);
    }
  }

  private static long count(List<String> targets) throws IOException {
    long count = 0;
    for (String target : targets) {
      count += server.requests(target);
    }
    return count;
  }

  private static BarePayment bare(Payment payment) {
    return new BarePayment(
        payment.paymentId().value(),
        payment.orderId().value(),
        payment.status().gatewayWord(),
        payment.amount().amount(),
        payment.balance().amount(),
        payment.amount().currency(),
        payment.method().orElse(null),
        payment.orderName().orElse(null),
        payment.paidAt().orElse(null),
        payment.cancels().stream()
            .map(
                cancel ->
                    new BarePayment.Cancel(
                        cancel.amount().amount(),
                        cancel.reason().orElse(null),
                        cancel.cancelledAt().orElse(null)))
            .toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"RETROFIT", "JDK", "SPRING"})
  void otherLibrary_find_readsAllMembersByOneRequest(Client.Kind kind) throws Exception {
    try (Client toss = kind.open(Gateway.TOSS, server.url());
        Client iamport = kind.open(Gateway.IAMPORT, server.url())) {
      long before = server.requests("GET /payments/imp_088022300265");
      Json.IamportPayment ofIamport = ((Json.IamportResponse) iamport.find()).response();
      long after = server.requests("GET /payments/imp_088022300265");
      Json.TossPayment ofToss = (Json.TossPayment) toss.find();

      assertThat(after - before).isEqualTo(1);
      assertThat(ofIamport).hasNoNullFieldsOrProperties();
      assertThat(ofIamport.merchantUid()).isEqualTo(Gateway.IAMPORT.orderId());
      assertThat(ofToss).hasNoNullFieldsOrPropertiesExcept("cancels");
      assertThat(Objects.requireNonNull(ofToss.approvedAt()))
          .isEqualTo("2024-02-13T12:18:14+09:00");
    }
  }
}
