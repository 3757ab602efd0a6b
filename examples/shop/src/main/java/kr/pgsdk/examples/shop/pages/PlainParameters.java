package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * None of the shop's forms has a field twice, or one with a NUL, which no database takes alike: a
 * request that has is refused, not guessed at. So is one whose fields can't be read, such as a huge
 * one. The page that says so gets a request without fields, since reading them fails again.
 */
final class PlainParameters extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPlain(request)) {
      chain.doFilter(request, response);
    } else if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(new Unread(request), response);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  private static boolean isPlain(HttpServletRequest request) {
    try {
      return request.getParameterMap().values().stream()
          .allMatch(values -> values.length == 1 && values[0].indexOf('\0') < 0);
    } catch (IllegalStateException e) { // as the Servlet specification has it
      return false;
    }
  }

  /** The gateways' own requests are read by the SDK, from their raw bytes. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/pg/");
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /** A request whose fields are left alone. */
  private static final class Unread extends HttpServletRequestWrapper {
    Unread(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}
