package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.http.HttpServletResponse;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.orders.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Plain pages for what can't be done. What went wrong inside stands in the log alone. */
@ControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @ExceptionHandler(ProblemException.class)
  String problem(ProblemException e, Model model, HttpServletResponse response) {
    return page(e.problem().key(), e.problem().status(), model, response);
  }

  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    ServletRequestBindingException.class
  })
  String badInput(Exception e, Model model, HttpServletResponse response) {
    return page(Problem.BAD_INPUT.key(), HttpStatus.BAD_REQUEST, model, response);
  }

  /** Nothing was captured by what failed here: the payments remember what they have begun. */
  @ExceptionHandler({PaymentException.class, StoreException.class})
  String notNow(RuntimeException e, Model model, HttpServletResponse response) {
    LOG.warn("a page could not be shown", e);
    return page("problem.GATEWAY_AWAY", HttpStatus.SERVICE_UNAVAILABLE, model, response);
  }

  private static String page(
      String key, HttpStatus status, Model model, HttpServletResponse response) {
    response.setStatus(status.value());
    model.addAttribute("sentence", key);
    return "problem";
  }
}
