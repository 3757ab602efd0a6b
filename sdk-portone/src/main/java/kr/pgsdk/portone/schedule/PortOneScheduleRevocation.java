package kr.pgsdk.portone.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Which scheduled payments were revoked. */
public final class PortOneScheduleRevocation extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneScheduleRevocation(JsonObject json) {
    super(json);
  }

  /** The ids of the schedules that were revoked. */
  public List<String> revokedScheduleIds() {
    return texts("revokedScheduleIds");
  }

  /** When it was revoked. */
  public Optional<Instant> revokedAt() {
    return time("revokedAt");
  }
}
