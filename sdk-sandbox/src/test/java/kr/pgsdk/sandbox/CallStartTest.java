package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call's start is told once, before its attempts, with its end on the same thread. */
class CallStartTest {
  private final List<String> told = new ArrayList<>();

  private final CallListener listener =
      new CallListener() {
        @Override
        public void callStarted(String gateway, String call) {
          told.add(gateway + " " + call);
          told.add(Thread.currentThread().getName());
          throw new IllegalStateException("changes nothing");
        }

        @Override
        public void attemptEnded(AttemptEvent attempt) {
          told.add("attempt");
        }

        @Override
        public void callEnded(CallEvent call) {
          told.add("end of " + call.call());
        }
      };

  @ParameterizedTest
  @EnumSource
  void verb_beginsAndEnds_andItsLookupsAreWithin(Shop shop) {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = shop.open(sandbox, HttpOptions.builder().listener(listener))) {
      gateway.getToken();
      told.clear();
      gateway.find(PaymentLookup.byOrderId(OrderId.of("nobody-1")));
      assertThatThrownBy(
              () -> gateway.cancel(CancelRequest.full(PaymentId.of("nobody"), "returned").build()))
          .isInstanceOf(GatewayException.class);
    }
    String name = shop.name().toLowerCase(Locale.ROOT);
    String thread = Thread.currentThread().getName();
    assertThat(told)
        .startsWith(name + " find", thread, "attempt")
        .endsWith("end of cancel")
        .containsSubsequence("end of find", name + " cancel", thread, "attempt", "end of cancel");
    assertThat(told.stream().filter(line -> line.startsWith(name))).hasSize(2);
  }
}
