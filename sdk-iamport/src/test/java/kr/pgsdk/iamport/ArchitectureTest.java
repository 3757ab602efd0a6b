package kr.pgsdk.iamport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What this module may touch, and what a user can see of it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kr.pgsdk.iamport");

  @Test
  void room_isCoreAndTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "kr.pgsdk.iamport..",
            "kr.pgsdk.core..",
            "java.lang..",
            "java.math..",
            "java.net",
            "java.nio.charset..",
            "java.time..",
            "java.util..",
            "org.jspecify..",
            "org.slf4j..")
        .check(CLASSES);
  }

  @Test
  void nobodySleepsPrintsOrLooksAtTheClock() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void noCircleBetweenPackages() {
    slices().matching("kr.pgsdk.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
