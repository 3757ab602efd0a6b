package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import kr.pgsdk.examples.shop.orders.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The plain page for what no controller has answered, whatever a client says that it accepts. It
 * shows nothing of the request, and nothing of what went wrong inside.
 */
@Controller
class ErrorPages implements ErrorController {
  @RequestMapping("/error")
  String error(
      @RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false)
          @Nullable Integer status,
      HttpServletResponse response,
      Model model) {
    int answer = status == null ? 404 : status; // without one somebody typed its address
    return Errors.page(sentence(answer), answer, model, response);
  }

  private static String sentence(int status) {
    if (status >= 500) {
      return "problem.BROKEN";
    }
    return switch (status) {
      case 403 -> "problem.STALE_FORM"; // the operator's own pages ask for a log-in instead
      case 404 -> Problem.NOT_FOUND.key();
      default -> Problem.BAD_INPUT.key();
    };
  }
}
