package kr.pgsdk.toss.payouts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What this module may touch. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kr.pgsdk.toss.payouts");

  @Test
  void payouts_touchTossCoreAndTheJdkAlone_andOneClassTheJoseLibrary() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "kr.pgsdk.toss..",
            "kr.pgsdk.core..",
            "com.nimbusds.jose..",
            "java.lang..",
            "java.math..",
            "java.nio.charset..",
            "java.text..",
            "java.time..",
            "java.util..",
            "org.jspecify..")
        .check(CLASSES);
    noClasses()
        .that()
        .doNotHaveSimpleName("TossJwe")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.nimbusds..")
        .check(CLASSES);
  }

  @Test
  void payouts_neitherSleepNorStartThreadsNorAskTheTime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(CLASSES);
  }
}
