package kr.pgsdk.sandbox.portone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract with a payment company, as the console keeps it.
 *
 * @param isTest whether no money moves by it in the real world
 * @param isManual whether the shop's server confirms each payment, as the console can set it
 */
record PortOneChannel(
    String id, String key, String name, String pgProvider, boolean isTest, boolean isManual) {

  /** {@code SelectedChannel}. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", isTest ? "TEST" : "LIVE");
    json.put("id", id);
    json.put("key", key);
    json.put("name", name);
    json.put("pgProvider", pgProvider);
    json.put("pgMerchantId", "sandbox-merchant");
    return json;
  }
}
