package kr.pgsdk.toss.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.webhook.Reception;
import kr.pgsdk.core.webhook.ReplayGuard;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.junit.jupiter.api.Test;

/** A signed event is handed on once, and never after a later one. */
class TossEventTest {
  private static final TossSecurityKey KEY = TossSecurityKey.of("ab".repeat(32));
  private static final String TIME = "2024-08-08T10:00:05+09:00";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-08-08T01:00:05Z"), ZoneOffset.UTC);

  private final ReplayGuard guard = ReplayGuard.inMemory();
  private final List<String> handed = new ArrayList<>();

  private static TossEvent event(String id, String payout, String time, String status) {
    String body =
        "{\"eventType\":\"payout.changed\",\"createdAt\":\"%s\",\"eventId\":\"%s\",\"entityType\":\"payout\",\"entityBody\":{\"id\":\"%s\",\"status\":\"%s\"}}"
            .formatted(time, id, payout, status);
    return TossWebhook.read(
            WebhookRequest.of(
                body.getBytes(UTF_8),
                Map.of(
                    "tosspayments-webhook-transmission-time", List.of(TIME),
                    "tosspayments-webhook-signature", List.of(Signed.signature(KEY, body, TIME)))))
        .verify(KEY, CLOCK);
  }

  private Reception once(String id, String payout, String time, String status) {
    return event(id, payout, time, status)
        .once(guard, event -> handed.add(event.eventId() + " " + event.status().orElseThrow()));
  }

  @Test
  void sameEventAgain_isARepeat_otherPayouts_areNot() {
    assertThat(once("e1", "p1", "2024-08-08T10:00:00+09:00", "DONE")).isEqualTo(Reception.HANDLED);
    assertThat(once("e1", "p1", "2024-08-08T10:00:00+09:00", "DONE")).isEqualTo(Reception.REPEATED);
    assertThat(once("e2", "p2", "2024-08-08T09:00:00+09:00", "DONE")).isEqualTo(Reception.HANDLED);

    assertThat(handed).containsExactly("e1 DONE", "e2 DONE");
  }

  @Test
  void olderEventAfterANewer_isNotHandedOn() {
    once("e2", "p1", "2024-08-08T10:00:01+09:00", "COMPLETED");

    assertThat(once("e1", "p1", "2024-08-08T10:00:00+09:00", "REQUESTED"))
        .isEqualTo(Reception.REPEATED);
    assertThat(handed).containsExactly("e2 COMPLETED");
  }

  @Test
  void severalInTheSameSecond_areHandedOnOnceEach() {
    String second = "2024-08-08T10:00:00+09:00";
    once("e1", "p1", second, "A");
    once("e2", "p1", second, "B");

    assertThat(once("e1", "p1", second, "A")).isEqualTo(Reception.REPEATED);
    assertThat(once("e2", "p1", second, "B")).isEqualTo(Reception.REPEATED);
    assertThat(once("e3", "p1", "2024-08-08T10:00:01+09:00", "C")).isEqualTo(Reception.HANDLED);
    assertThat(once("e1", "p1", second, "A")).isEqualTo(Reception.REPEATED);

    assertThat(handed).containsExactly("e1 A", "e2 B", "e3 C");
  }

  @Test
  void shopFailed_eventComesInAgain() {
    TossEvent event = event("e1", "p1", "2024-08-08T10:00:00+09:00", "A");

    assertThatThrownBy(
            () ->
                event.once(
                    guard,
                    e -> {
                      throw new IllegalStateException("database is down");
                    }))
        .hasMessage("database is down");
    assertThat(once("e1", "p1", "2024-08-08T10:00:00+09:00", "A")).isEqualTo(Reception.HANDLED);
  }

  @Test
  void anotherWorksOnThePayout_isBusy() {
    ReplayGuard busy = subject -> Optional.empty();

    assertThat(event("e1", "p1", "2024-08-08T10:00:00+09:00", "A").once(busy, e -> handed.add("x")))
        .isEqualTo(Reception.BUSY);
    assertThat(handed).isEmpty();
  }

  @Test
  void whatTheGuardRemembersIsOfAnotherVersion_eventIsHandedOn() {
    try (ReplayGuard.Turn turn = guard.take("toss payout p1").orElseThrow()) {
      turn.complete("something else");
    }

    assertThat(once("e1", "p1", "2024-08-08T10:00:00+09:00", "A")).isEqualTo(Reception.HANDLED);
  }
}
