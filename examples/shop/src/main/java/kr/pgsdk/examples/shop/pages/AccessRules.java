package kr.pgsdk.examples.shop.pages;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import kr.pgsdk.examples.shop.buyer.Cookies;
import kr.pgsdk.examples.shop.sandbox.Demonstration;
import kr.pgsdk.examples.shop.sandbox.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may open which door: everybody the shop's, its people the operator's. */
@Configuration(proxyBeanMethods = false)
class AccessRules {
  private static final Logger LOG = LoggerFactory.getLogger(AccessRules.class);

  /** The log-in's page, and where its form goes. */
  static final String LOG_IN = "/operator/login";

  private static final int LONGEST_PASSWORD = 72; // what bcrypt looks at

  // What the checkout page loads besides, the gateways decide: see Checkouts.
  private static final String CONTENT =
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, Cookies cookies, Guesses guesses)
      throws Exception {
    LogInBrake brake = new LogInBrake(guesses);
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository(); // so any server takes them
    tokens.setCookieName(cookies.name("form"));
    tokens.setCookieCustomizer(
        cookie -> {
          cookie.sameSite("Lax").path("/");
          if (cookies.isHttps()) {
            cookie.secure(true);
          }
        });
    http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(LOG_IN)
                    .permitAll()
                    .requestMatchers("/operator", "/operator/**")
                    .hasRole("OPERATOR")
                    .anyRequest()
                    .permitAll())
        .formLogin(login -> login.loginPage(LOG_IN).successHandler(brake.onSuccess()).permitAll())
        .logout(logout -> logout.logoutUrl("/operator/logout").logoutSuccessUrl(LOG_IN))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/pg/**"))
        .addFilterBefore(new PlainParameters(), CsrfFilter.class)
        .addFilterBefore(brake, UsernamePasswordAuthenticationFilter.class)
        .headers(
            headers ->
                headers
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)));
    return http.build();
  }

  /** A request without its host can't be told where the gateway sends the buyer back to. */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHostnames(host -> !host.isEmpty());
    return firewall;
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  /**
   * The operator, whose password the environment gives; without one it is made and printed, beside
   * the sandbox alone.
   */
  @Bean
  UserDetailsService operators(
      @Value("${shop.operator.password:}") String given,
      PasswordEncoder encoder,
      Demonstration demonstration) {
    if (given.isBlank() && !demonstration.isOn()) {
      throw new SettingException(
          "The operator has no password (shop.operator.password), and can refund real money.");
    }
    if (given.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
      throw new SettingException(
          "The operator's password (shop.operator.password) is longer than 72 bytes.",
          "Give SHOP_OPERATOR_PASSWORD a shorter one: a Korean character has three bytes.");
    }
    String password = given.isBlank() ? random() : given;
    if (given.isBlank()) {
      LOG.info("Operator's page: /operator, name operator, password {}", password);
    }
    return new InMemoryUserDetailsManager(
        User.withUsername("operator").password(encoder.encode(password)).roles("OPERATOR").build());
  }

  private static String random() {
    byte[] bytes = new byte[9];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
