package kr.pgsdk.sandbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.Test;

/** What the sandbox may touch, and what of it others may. */
class RoomTest {
  private static final JavaClasses SANDBOX =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kr.pgsdk.sandbox");

  private static final List<String> GATEWAYS =
      List.of("..sandbox.iamport", "..sandbox.toss", "..sandbox.portone");

  @Test
  void ofTheSdk_onlyThreeValues() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "kr.pgsdk.sandbox..",
                    "java..",
                    "javax.crypto..",
                    "javax.net",
                    "mockwebserver3",
                    "okhttp3",
                    "okio",
                    "com.squareup.moshi",
                    "org.jspecify..",
                    "org.junit.jupiter.api..")
                .or(belongToAnyOf(Money.class, OrderId.class, PaymentId.class)))
        .check(SANDBOX);
  }

  @Test
  void simulations_knowNoServer_andNotEachOther() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..sandbox.iamport", "..sandbox.toss", "..sandbox.portone", "..sandbox.wire")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("mockwebserver3", "okhttp3")
        .check(SANDBOX);
    for (String one : GATEWAYS) {
      noClasses()
          .that()
          .resideInAPackage(one)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              GATEWAYS.stream().filter(other -> !other.equals(one)).toArray(String[]::new))
          .check(SANDBOX);
    }
  }

  /** A program without JUnit plays with the sandbox too. */
  @Test
  void junit_isTheExtensionsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kr.pgsdk.sandbox.junit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.junit..")
        .check(SANDBOX);
  }
}
