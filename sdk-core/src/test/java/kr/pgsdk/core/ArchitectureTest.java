package kr.pgsdk.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of rooms: what each package may touch. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kr.pgsdk.core");

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  @Test
  void contractErrorsAndVerifier_arePureJava() {
    check(
        classes()
            .that()
            .resideInAnyPackage("kr.pgsdk.core", "kr.pgsdk.core.error", "kr.pgsdk.core.verify")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "kr.pgsdk.core",
                        "kr.pgsdk.core.error",
                        "kr.pgsdk.core.verify",
                        "kr.pgsdk.core.auth",
                        "kr.pgsdk.core.internal.memory",
                        "java.lang..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..")
                    .or(describe("URLs", c -> c.getName().startsWith("java.net.URL")))));
  }

  @Test
  void asyncVerbs_knowTheContract_andOfTheInternalsHowACallIsEnded() {
    check(
        classes()
            .that()
            .resideInAPackage("kr.pgsdk.core.async")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "kr.pgsdk.core",
                        "kr.pgsdk.core.async",
                        "kr.pgsdk.core.auth",
                        "kr.pgsdk.core.error",
                        "java..",
                        "org.jspecify..")
                    .or(
                        describe(
                            "RunningCall, Environment or flow.CancelDoubt",
                            c ->
                                List.of("RunningCall", "Environment", "flow.CancelDoubt").stream()
                                    .map("kr.pgsdk.core.internal."::concat)
                                    .anyMatch(c.getName()::equals)))));
  }

  @Test
  void memoryOfRequests_isTheJdkAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("kr.pgsdk.core.internal.memory")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "kr.pgsdk.core.internal.memory",
                "java.lang..",
                "java.math..",
                "java.time..",
                "java.util..",
                "org.jspecify.."));
  }

  @Test
  void memoryOfRequests_isKnownToTheContractAndTheFlowsAlone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "kr.pgsdk.core", "kr.pgsdk.core.internal.memory", "kr.pgsdk.core.internal.flow")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("kr.pgsdk.core.internal.memory"));
  }

  @Test
  void flows_decide_andKnowNeitherHttpNorJson() {
    check(
        noClasses()
            .that()
            .resideInAPackage("kr.pgsdk.core.internal.flow")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "com.squareup.moshi..", "org.slf4j.."));
  }

  @Test
  void json_knowsAmounts_andNeitherHttpNorTheOtherInternals() {
    check(
        classes()
            .that()
            .resideInAPackage("kr.pgsdk.core.internal.json")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "kr.pgsdk.core.internal.json",
                        "com.squareup.moshi..",
                        "okio..",
                        "java..",
                        "org.jspecify..")
                    .or(describe("Money", c -> c.getName().equals("kr.pgsdk.core.Money")))));
  }

  @Test
  void contract_knowsOfAuthTheTokenAlone() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("kr.pgsdk.core", "kr.pgsdk.core.error", "kr.pgsdk.core.verify")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("kr.pgsdk.core.auth")
                    .and(not(describe("AuthToken", c -> c.getSimpleName().equals("AuthToken"))))));
  }

  @Test
  void auth_knowsNeitherHttpNorJson() {
    check(
        noClasses()
            .that()
            .resideInAPackage("kr.pgsdk.core.auth")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "okhttp3..", "okio..", "com.squareup.moshi..", "kr.pgsdk.core.internal.."));
  }

  @Test
  void httpOptions_sendNothing() {
    check(
        noClasses()
            .that()
            .resideInAPackage("kr.pgsdk.core.http")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "okhttp3..", "okio..", "com.squareup.moshi..", "kr.pgsdk.core.internal..")
                    .and(
                        not(
                            describe(
                                "OkHttpClient",
                                c -> c.getName().equals("okhttp3.OkHttpClient"))))));
  }

  @Test
  void inbound_isPureJava_andAsksTheGatewayAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("kr.pgsdk.core.inbound")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "kr.pgsdk.core",
                        "kr.pgsdk.core.error",
                        "kr.pgsdk.core.inbound",
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.util..",
                        "org.jspecify..")
                    .or(describe("URLs", c -> c.getName().startsWith("java.net.URL")))));
  }

  @Test
  void timeComesInFromOutside() {
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("Environment")
            .and()
            .doNotHaveSimpleName("OrderId")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC"));
  }

  @Test
  void nobodyPrintsSleepsOrCatchesEverything() {
    check(
        noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class));
  }
}
