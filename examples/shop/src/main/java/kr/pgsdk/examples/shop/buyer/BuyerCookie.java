package kr.pgsdk.examples.shop.buyer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Knows a buyer by a random cookie, so that any server of the shop does, and a restarted one too.
 */
@Component
final class BuyerCookie extends OncePerRequestFilter {
  static final String ATTRIBUTE = Buyer.class.getName();
  private static final Duration AGE = Duration.ofDays(365);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Cookies cookies;
  private final String name;

  BuyerCookie(Cookies cookies) {
    this.cookies = cookies;
    this.name = cookies.name("buyer");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Cookie cookie = WebUtils.getCookie(request, name);
    String id = cookie == null ? "" : cookie.getValue();
    if (!ID.matcher(id).matches()) {
      id = random();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(id, cookies.isSecure(request)).toString());
    }
    request.setAttribute(ATTRIBUTE, new Buyer(id));
    chain.doFilter(request, response);
  }

  /** Not for the gateways' webhooks and for what is the same for everybody. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/pg/") || path.startsWith("/static/") || path.startsWith("/actuator/");
  }

  private ResponseCookie cookie(String id, boolean secure) {
    // Lax: the gateway's window sends the browser back from another site, and must find its buyer.
    return ResponseCookie.from(name, id)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(AGE)
        .build();
  }

  private static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
