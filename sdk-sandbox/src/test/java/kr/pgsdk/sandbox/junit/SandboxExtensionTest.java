package kr.pgsdk.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxExtensionTest {
  private static @Nullable String earlier;

  private Sandbox before;

  @BeforeEach
  void given(Sandbox sandbox) {
    before = sandbox;
  }

  @Test
  @Order(1)
  void sameSandboxWithinATest(Sandbox sandbox) {
    assertThat(sandbox).isSameAs(before);
    earlier = sandbox.tossUrl();
  }

  @Test
  @Order(2)
  void anotherOneInTheNext_andTheFirstIsClosed(Sandbox sandbox) {
    assertThat(sandbox.tossUrl()).isNotEqualTo(earlier);
    URI url = URI.create(earlier);
    assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  @Order(3)
  void reset_leavesPaymentsAndKeys_andNothingElse(Sandbox sandbox) {
    OrderId id = OrderId.random();
    sandbox.buyer().onToss().authenticate(id, Money.krw(1_000));
    sandbox.toss().inject(Fault.html(500).always());
    sandbox.switches().on(Switch.values()[0]);
    sandbox.clock().advance(Duration.ofDays(1));
    try (TossGateway toss =
        TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
            .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
            .build()) {
      sandbox.reset();
      assertThat(toss.find(PaymentLookup.byOrderId(id))).isPresent();
      assertThat(sandbox.toss().journal().count()).isEqualTo(1);
    }
    assertThat(sandbox.switches().isOn(Switch.values()[0])).isFalse();
    assertThat(sandbox.clock().instant()).isBefore(Instant.now().plusSeconds(3_600));
  }
}
