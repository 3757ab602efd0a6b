package kr.pgsdk.sandbox.iamport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/** What every response is wrapped in: code, message, response. */
final class IamportEnvelope {
  private static final String JSON = "application/json; charset=UTF-8";

  private IamportEnvelope() {}

  static WireResponse success(@Nullable Object response) {
    return of(200, 0, null, response);
  }

  /** Of several that were asked for, those that were found. */
  static WireResponse several(List<?> found, boolean complete) {
    return of(complete ? 200 : 207, 0, null, found);
  }

  static WireResponse refused(IamportRefusal refusal) {
    return of(refusal.status, refusal.code, refusal.text, null);
  }

  static WireResponse failure(int status) {
    return of(
        status, -1, status == 401 ? "Unauthorized" : "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요.", null);
  }

  static WireResponse of(
      int status, int code, @Nullable String message, @Nullable Object response) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("code", code);
    envelope.put("message", message);
    envelope.put("response", response);
    return WireResponse.of(status, JSON, Json.write(envelope, Json.Style.PHP))
        .with("Server", "Apache");
  }

  /** The HTML of the front end, which knows no such path. */
  static WireResponse frontEndNotFound() {
    return WireResponse.of(
            404,
            "text/html; charset=iso-8859-1",
            """
            <!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
            <html><head>
            <title>404 Not Found</title>
            </head><body>
            <h1>Not Found</h1>
            <p>The requested URL was not found on this server.</p>
            </body></html>
            """)
        .with("Server", "Apache");
  }
}
