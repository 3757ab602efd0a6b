package kr.pgsdk.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A response before it is put on the wire.
 *
 * @param status the HTTP status
 * @param headers names and values in order; a name may occur twice
 * @param body the text, sent as UTF-8; empty for none
 */
public record WireResponse(int status, List<Map.Entry<String, String>> headers, String body) {
  /** Copies the headers. */
  public WireResponse {
    headers = List.copyOf(headers);
  }

  /** Returns a response with one header: its content type. */
  public static WireResponse of(int status, String contentType, String body) {
    return new WireResponse(status, List.of(Map.entry("Content-Type", contentType)), body);
  }

  /** Returns this with one more header. */
  public WireResponse with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new WireResponse(status, more, body);
  }

  /** Returns this with another body. */
  public WireResponse withBody(String other) {
    return new WireResponse(status, headers, other);
  }
}
