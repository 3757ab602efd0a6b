package kr.pgsdk.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint of buyers who return. */
@RestController
final class ReturnController {
  private final PgReturns returns;

  ReturnController(PgReturns returns) {
    this.returns = returns;
  }

  @RequestMapping(
      path = "${pgsdk.returns.path:/pg/return}/{merchant}",
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<String> receive(
      @PathVariable("merchant") String merchant, HttpServletRequest request) {
    return returns.receive(merchant, request);
  }
}
