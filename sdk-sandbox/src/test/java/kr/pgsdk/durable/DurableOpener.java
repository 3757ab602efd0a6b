package kr.pgsdk.durable;

import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;

/** Opens the seams of durable payments to tests of other packages. */
public final class DurableOpener {
  private DurableOpener() {}

  /** The reference that the cancels of a refund carry. */
  public static String reference(String shop, String refundId) {
    return Ids.reference(shop, refundId);
  }

  /**
   * Hands them their clock and their chance.
   *
   * @param lease how long a server may work on a piece of work; shorter than a call here and there
   */
  public static DurableBuilder in(
      DurableBuilder builder, Duration lease, LongSupplier nanoTime, Random random) {
    Settings usual = Settings.DEFAULT;
    return builder.settings(new Settings(usual.call(), lease, usual.window(), nanoTime, random));
  }
}
