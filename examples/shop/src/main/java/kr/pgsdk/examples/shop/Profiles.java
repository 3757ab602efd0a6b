package kr.pgsdk.examples.shop;

import java.util.List;
import kr.pgsdk.examples.shop.sandbox.SettingException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a profile that the shop doesn't have: misspelt, it would sell from memory unnoticed. */
final class Profiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final List<String> KNOWN = List.of("postgresql", "mariadb");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    for (String profile : context.getEnvironment().getActiveProfiles()) {
      if (!KNOWN.contains(profile)) {
        throw new SettingException(
            "The shop has no profile " + profile + ".",
            "Correct SPRING_PROFILES_ACTIVE: "
                + String.join(" or ", KNOWN)
                + "; without one the shop runs on H2, in memory.");
      }
    }
  }
}
