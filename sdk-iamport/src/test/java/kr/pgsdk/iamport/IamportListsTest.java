package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IamportListsTest {
  private static final Instant FROM = Instant.ofEpochSecond(1_700_000_000);

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  private static String page(int next, String... ids) {
    List<String> rows =
        Stream.of(ids).map(id -> PaymentBody.paid().id(id).order("o").toString()).toList();
    return "{\"total\":9,\"previous\":0,\"next\":"
        + next
        + ",\"list\":["
        + String.join(",", rows)
        + "]}";
  }

  private List<String> read(Instant to) {
    try (Stream<IamportPayment> payments =
        client.payments().all(IamportStatusFilter.PAID, FROM, to, IamportSorting.NEWEST_PAID)) {
      return payments.map(each -> each.paymentId().value()).toList();
    }
  }

  private static String target(long from, long to, int page) {
    return "GET /payments/status/paid?from="
        + from
        + "&to="
        + to
        + "&page="
        + page
        + "&limit=1000&sorting=-paid";
  }

  @Test
  void longTime_isReadInStepsOfNinetyDays_theLastFirst_withoutAGapOrAnOverlap() {
    iamport.serve(
        FakeIamport.ok(page(2, "imp_1", "imp_2")),
        FakeIamport.ok(page(0, "imp_3")),
        FakeIamport.notFound(),
        FakeIamport.ok(page(0, "imp_4")));

    assertThat(read(FROM.plus(Duration.ofDays(200))))
        .containsExactly("imp_1", "imp_2", "imp_3", "imp_4");

    long from = FROM.getEpochSecond();
    long to = from + Duration.ofDays(200).toSeconds();
    long step = Duration.ofDays(90).toSeconds();
    assertThat(iamport.arrived())
        .containsExactly(
            target(to - step, to, 1),
            target(to - step, to, 2),
            target(to - 2 * step - 1, to - step - 1, 1),
            target(from, to - 2 * step - 2, 1));
  }

  @Test
  void pageBehindTheEnd_isTheEnd_aRefusedFirstPageIsNot() {
    iamport.serve(FakeIamport.ok(page(2, "imp_1")), FakeIamport.refusal(400, -1, "page"));
    assertThat(read(FROM)).containsExactly("imp_1");

    iamport.serve(FakeIamport.refusal(400, -1, "page"));
    assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> read(FROM));
  }

  @Test
  void refusalInA200_isThrown() {
    iamport.serve(FakeIamport.refusal(200, -1, "no"));

    assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> read(FROM));
  }

  @Test
  void pagesThatNeverEnd_areMalformed() {
    iamport.serve(FakeIamport.ok(page(2, "imp_1")), FakeIamport.ok(page(2, "imp_2")));
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> read(FROM))
        .withMessageContaining("$.response.next");

    iamport.serve(FakeIamport.ok(page(2)));
    assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(() -> read(FROM));

    iamport.serve(FakeIamport.ok(page(2, "imp_1")), FakeIamport.ok(page(3, "imp_1")));
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> read(FROM))
        .withMessageContaining("same row");
  }

  @Test
  void timesThatCanNotBe_areRefusedBeforeAnythingIsSent() {
    assertThatIllegalArgumentException().isThrownBy(() -> read(FROM.minusSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                client
                    .payments()
                    .all(
                        IamportStatusFilter.ALL,
                        Instant.ofEpochSecond(-1),
                        FROM,
                        IamportSorting.NEWEST_PAID));
    assertThat(iamport.arrived()).isEmpty();
  }

  private List<String> readOrders(List<OrderId> orderIds) {
    try (Stream<IamportPayment> payments = client.payments().all(orderIds)) {
      return payments.map(each -> each.paymentId().value()).toList();
    }
  }

  @Test
  void manyOrders_areAskedForByTheHundred_eachOnce_alsoWhereNoneIsFound() {
    List<OrderId> orders =
        IntStream.rangeClosed(1, 201).mapToObj(each -> OrderId.of("o" + each)).toList();
    iamport.serve(
        FakeIamport.json(
            207,
            "{\"code\":0,\"message\":null,\"response\":["
                + PaymentBody.paid().id("imp_1").order("o1")
                + "]}"),
        FakeIamport.notFound(),
        FakeIamport.ok("[" + PaymentBody.paid().id("imp_2").order("o201") + "]"));

    assertThat(readOrders(Stream.concat(orders.stream(), Stream.of(orders.get(0))).toList()))
        .containsExactly("imp_1", "imp_2");

    assertThat(iamport.arrived()).hasSize(3);
    assertThat(iamport.arrived().get(0).split("merchant_uid")).hasSize(101);
    assertThat(iamport.arrived().get(2)).isEqualTo("GET /payments?merchant_uid%5B%5D=o201");
  }

  @Test
  void noOrder_isRefused_beforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.payments().all(List.of()))
        .withMessage("orderIds must not be empty");
    assertThat(iamport.arrived()).isEmpty();
  }
}
