package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.HttpOptions;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only HTTP/2 knows: one stream of a connection is reset, the others live on. */
@Timeout(100)
class StreamResetTest {
  private static final int REFUSED_STREAM = 7;
  private static final int CANCEL = 8;
  private static final int ENHANCE_YOUR_CALM = 11;

  private Wire wire;

  @BeforeEach
  void start() throws Exception {
    wire = new Wire();
    wire.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  /**
   * A reset after the request was taken from the queue. At its start MockWebServer resets first and
   * takes the answer afterwards: a prompt repetition would get the same reset, use up the next
   * answer, and leave none for the third attempt, which then waits for ever.
   */
  private static MockResponse reset(int code) {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseStream(code)).build();
  }

  private String send(RetryMode kind) {
    OkHttpClient client =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    Sender sender = wire.sender(HttpOptions.builder().client(client));
    try {
      return sender.send(Wire.request(kind), Wire::read, sender.deadline());
    } finally {
      sender.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {REFUSED_STREAM, CANCEL, ENHANCE_YOUR_CALM})
  void resetOnce_readsAndKeyedRequestsAreRepeated_byTheSdkAlone(int code) {
    for (RetryMode kind : List.of(RetryMode.SAFE, RetryMode.KEYED)) {
      wire.serve(reset(code), Wire.OK);

      assertThat(send(kind)).isEqualTo("yes");
    }
    assertThat(wire.pauses).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {REFUSED_STREAM, CANCEL, ENHANCE_YOUR_CALM})
  void resetForEver_threeTimes_thenDoubtForMoneyAlone(int code) {
    wire.serve(reset(code), reset(code), reset(code), reset(code), reset(code), reset(code));

    assertThatThrownBy(() -> send(RetryMode.SAFE)).isInstanceOf(TransportException.class);
    assertThat(wire.pauses).hasSize(2);
    assertThatThrownBy(() -> send(RetryMode.KEYED)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(wire.pauses).hasSize(4);
  }

  @Test
  void onceRequest_resetByTheServer_isNotRepeated_andInDoubt() {
    wire.serve(reset(CANCEL), Wire.OK);

    assertThatThrownBy(() -> send(RetryMode.ONCE)).isInstanceOf(OutcomeUnknownException.class);

    assertThat(wire.pauses).isEmpty();
    assertThat(send(RetryMode.SAFE)).as("the answer that was left over").isEqualTo("yes");
  }
}
