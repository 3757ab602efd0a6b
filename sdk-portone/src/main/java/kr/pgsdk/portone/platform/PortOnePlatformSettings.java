package kr.pgsdk.portone.platform;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * What holds for all settlements of the platform.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOnePlatformSettings {
  private static final String SETTING = "setting";

  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePlatformSettings(PlatformCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /platform/setting}: what holds. */
  public PortOnePlatformSetting get() {
    return calls.object(calls.get("platform setting", SETTING), PortOnePlatformSetting::new);
  }

  /**
   * {@code PATCH /platform/setting}: changes what holds. No money moves, but later settlements
   * follow it.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}, or change it again
   */
  public PortOnePlatformSetting update(PortOnePlatformSettingUpdate update) {
    return calls.object(
        calls
            .change("update platform setting", "PATCH", PortOneKey.random(), SETTING)
            .subject("the platform's setting")
            .body(RequestFields.of(update)),
        json -> new PortOnePlatformSetting(json.requiredObject("setting")));
  }
}
