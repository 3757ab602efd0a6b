package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends whoever has guessed too often back to the log-in's page, which says how long to wait. */
final class LogInBrake extends OncePerRequestFilter {
  private static final RequestMatcher LOG_IN =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, AccessRules.LOG_IN);

  private final Guesses guesses;

  LogInBrake(Guesses guesses) {
    this.guesses = guesses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (guesses.begin(request.getRemoteAddr()).isZero()) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(AccessRules.LOG_IN);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !LOG_IN.matches(request);
  }

  /** Releases the brake, and goes on to the page that was asked for. */
  SavedRequestAwareAuthenticationSuccessHandler onSuccess() {
    SavedRequestAwareAuthenticationSuccessHandler handler =
        new SavedRequestAwareAuthenticationSuccessHandler() {
          @Override
          public void onAuthenticationSuccess(
              HttpServletRequest request, HttpServletResponse response, Authentication operator)
              throws IOException, ServletException {
            guesses.right(request.getRemoteAddr());
            super.onAuthenticationSuccess(request, response, operator);
          }
        };
    handler.setDefaultTargetUrl("/operator");
    return handler;
  }
}
