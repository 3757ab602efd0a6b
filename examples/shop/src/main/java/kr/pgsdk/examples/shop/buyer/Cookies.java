package kr.pgsdk.examples.shop.buyer;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the shop's cookies are named and sent. On https ({@code shop.https=true}) their names begin
 * with {@code __Host-}: browsers then take them by https and from this host alone.
 */
@Configuration(proxyBeanMethods = false)
public class Cookies {
  private final boolean https;

  Cookies(@Value("${shop.https:false}") boolean https) {
    this.https = https;
  }

  /** A cookie's name. */
  public String name(String plain) {
    return https ? "__Host-" + plain : plain;
  }

  /** Whether it is sent by https alone. */
  public boolean isSecure(HttpServletRequest request) {
    return https || request.isSecure();
  }

  /** Whether cookies are sent by https alone, whatever a request came by. */
  public boolean isHttps() {
    return https;
  }

  /** The operator's session. */
  @Bean
  ServletContextInitializer sessionCookie() {
    return context -> {
      context.getSessionCookieConfig().setName(name("session"));
      if (https) {
        context.getSessionCookieConfig().setSecure(true);
      }
    };
  }
}
