package kr.pgsdk.toss.webhook;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An event about a payout or a seller whose signature was right: Toss wrote it, and within the time
 * window. It tells how the entity stood at {@link #createdAt()}. It may come again, under the same
 * {@link #eventId()}, and after a later one: {@code DurablePayments.once} of {@code sdk-durable}
 * drops repeats, and an event older than the last of the same entity tells nothing new. Immutable.
 */
public final class TossEvent {
  private static final int MAX_ID_LENGTH = 100;

  private final String eventType;
  private final String eventId;
  private final Instant createdAt;
  private final String entityType;
  private final String entityId;
  private final JsonObject entity;
  private final @Nullable String version;

  /** Throws {@link JsonProblem} if it isn't one. */
  TossEvent(JsonObject body) {
    this.eventType = body.required("eventType", TossEvent::id);
    this.eventId = body.required("eventId", TossEvent::id);
    this.entityType = body.required("entityType", TossEvent::id);
    this.entity = body.requiredObject("entityBody");
    this.entityId = entity.required("id", TossEvent::id);
    this.version = body.text("version");
    Instant created = body.koreanTime("createdAt");
    if (created == null) {
      throw body.problem("createdAt", "is no time");
    }
    this.createdAt = created;
  }

  private static String id(String text) {
    if (!Texts.isVisibleAscii(text, MAX_ID_LENGTH)) {
      throw new IllegalArgumentException("at most 100 visible ASCII characters");
    }
    return text;
  }

  /** {@code payout.changed}, {@code seller.changed}, or one added since. */
  public String eventType() {
    return eventType;
  }

  /** The event's own number; the same each time it is sent. */
  public String eventId() {
    return eventId;
  }

  /** When it happened. */
  public Instant createdAt() {
    return createdAt;
  }

  /** {@code payout}, {@code seller}, or one added since. */
  public String entityType() {
    return entityType;
  }

  /** Toss's number for the payout or seller. */
  public String entityId() {
    return entityId;
  }

  /** The entity's status, such as {@code COMPLETED} or {@code APPROVED}. */
  public Optional<String> status() {
    return Optional.ofNullable(entity.text("status"));
  }

  /** The API version the entity is shaped by. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** The payout or seller as JSON. A seller's has names, phones and accounts in it. */
  public String entityJson() {
    return JsonText.of(entity);
  }

  /** Shows type and ids. */
  @Override
  public String toString() {
    return "TossEvent[" + eventType + ", " + eventId + ", " + entityType + " " + entityId + "]";
  }
}
