package kr.pgsdk.sandbox.wire;

import java.util.List;
import java.util.Map;

/**
 * A request to the shop before it is put on the wire.
 *
 * @param headers names and values in order
 * @param body the text, sent as UTF-8
 */
public record WireWebhook(List<Map.Entry<String, String>> headers, String body) {
  /** Copies the headers. */
  public WireWebhook {
    headers = List.copyOf(headers);
  }
}
