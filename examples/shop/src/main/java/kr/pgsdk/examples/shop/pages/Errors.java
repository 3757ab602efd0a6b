package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.http.HttpServletResponse;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.orders.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    return page(e.problem().key(), e.problem().status().value(), model, response);
  }

  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    ServletRequestBindingException.class
  })
  String badInput(Exception e, Model model, HttpServletResponse response) {
    return page(Problem.BAD_INPUT.key(), 400, model, response);
  }

  /** Nothing was captured by what failed here: the payments remember what they have begun. */
  @ExceptionHandler({PaymentException.class, StoreException.class})
  String notNow(RuntimeException e, Model model, HttpServletResponse response) {
    LOG.warn("a page could not be shown", e);
    return page("problem.GATEWAY_AWAY", 503, model, response);
  }

  static String page(String key, int status, Model model, HttpServletResponse response) {
    response.setStatus(status);
    model.addAttribute("sentence", key);
    return "problem";
  }
}
