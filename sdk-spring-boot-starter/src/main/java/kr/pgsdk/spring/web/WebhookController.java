package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint of webhooks. */
@RestController
final class WebhookController {
  private final PgWebhooks webhooks;

  WebhookController(PgWebhooks webhooks) {
    this.webhooks = webhooks;
  }

  @PostMapping("${pgsdk.webhooks.path:/pg/webhooks}/{merchant}")
  ResponseEntity<Void> receive(
      @PathVariable("merchant") String merchant, HttpServletRequest request) {
    return webhooks.receive(merchant, request);
  }
}
