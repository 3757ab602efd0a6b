package kr.pgsdk.spring;

import jakarta.servlet.http.HttpServletRequest;
import kr.pgsdk.spring.web.PgReturns;
import kr.pgsdk.spring.web.PgWebhooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The code in docs/spring.md that stands in no file of its shop; a test holds the page to it. */
record SpringSnippets(PgWebhooks webhooks, PgReturns returns) {
  // snippet endpoints
  @PostMapping("/hooks/toss")
  ResponseEntity<Void> hook(HttpServletRequest request) {
    return webhooks.receive("toss", request); // a bean of type PgWebhooks
  }

  @GetMapping("/done")
  ResponseEntity<String> done(HttpServletRequest request) {
    return returns.receive("toss", request); // a bean of type PgReturns
  }
  // end
}
