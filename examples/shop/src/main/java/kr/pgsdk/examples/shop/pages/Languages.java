package kr.pgsdk.examples.shop.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kr.pgsdk.examples.shop.buyer.Cookies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Korean, and English for whoever asks for it. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
  @Bean
  LocaleResolver localeResolver(Cookies cookies) {
    CookieLocaleResolver cookie = new CookieLocaleResolver(cookies.name("lang"));
    cookie.setCookieSecure(cookies.isHttps());
    cookie.setDefaultLocale(Locale.KOREAN);
    cookie.setCookieMaxAge(Duration.ofDays(365));
    cookie.setCookieHttpOnly(true);
    cookie.setCookieSameSite("Lax");
    cookie.setRejectInvalidCookies(false);
    return cookie;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor switching =
        new LocaleChangeInterceptor() {
          @Override
          protected Locale parseLocaleValue(String value) {
            return List.of(Locale.KOREAN, Locale.ENGLISH).stream()
                .filter(known -> known.getLanguage().equals(value))
                .findFirst()
                .orElse(Locale.KOREAN);
          }
        };
    switching.setParamName("lang");
    registry.addInterceptor(switching).excludePathPatterns("/pg/**"); // raw bytes, for the SDK
  }
}
