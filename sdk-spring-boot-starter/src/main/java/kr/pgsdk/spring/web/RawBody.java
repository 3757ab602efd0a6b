package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;

/** A request's body as it arrived, and never more of it than a gateway sends. */
final class RawBody {
  private RawBody() {}

  static WebhookRequest of(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(WebhookRequest.MAX_BYTES + 1);
    if (body.length == 0 && isForm(request)) {
      // A filter has read the parameters, as Spring Security's does: the form is put together
      // again.
      body =
          new ServletServerHttpRequest(request).getBody().readNBytes(WebhookRequest.MAX_BYTES + 1);
    }
    return WebhookRequest.of(body, request::getHeader);
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }
}
