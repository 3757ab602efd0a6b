package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * None of the shop's forms has a field twice, or one with a NUL, which no database takes alike: a
 * request that has is refused, not guessed at.
 */
@Component
final class PlainParameters extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean odd =
        request.getParameterMap().values().stream()
            .anyMatch(values -> values.length > 1 || values[0].indexOf('\0') >= 0);
    if (odd) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The gateways' own requests are read by the SDK, from their raw bytes. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/pg/");
  }
}
