package kr.pgsdk.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the starter may use: the public API of the SDK, and Spring; each framework in its room. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("starter-test"))
          .importPackages("kr.pgsdk.spring");

  @Test
  void usesThePublicApiAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kr.pgsdk..internal..", "kr.pgsdk.sandbox..")
        .check(CLASSES);
  }

  /** A shop without one of them must start: whoever loads such a class asks for it first. */
  @Test
  void optionalLibrariesHaveTheirRooms() {
    room("kr.pgsdk.spring.json", "com.fasterxml.jackson..", "tools.jackson..");
    room("kr.pgsdk.spring.jpa", "jakarta.persistence..");
    room("kr.pgsdk.spring.web", "jakarta.servlet..", "org.springframework.web..");
    room(
        "kr.pgsdk.spring.actuate",
        "io.micrometer..",
        "okhttp3..",
        "org.springframework.boot.actuate..",
        "org.springframework.boot.health..");
  }

  private static void room(String owner, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(CLASSES);
  }

  @Test
  void noCircles() {
    SlicesRuleDefinition.slices().matching("kr.pgsdk.(spring)..").should().beFreeOfCycles();
    noClasses()
        .that()
        .resideInAPackage("kr.pgsdk.spring")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("kr.pgsdk.spring.*")
        .check(CLASSES);
  }

  /** It would pin a virtual thread on the JDKs before 24. */
  @Test
  void nothingIsSynchronized() {
    for (JavaClass type : CLASSES) {
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        assertThat(unit.getModifiers())
            .as(unit.getFullName())
            .doesNotContain(JavaModifier.SYNCHRONIZED);
      }
    }
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
  }

  @Test
  void configurationsArePrivate() {
    classes()
        .that()
        .haveSimpleNameEndingWith("AutoConfiguration")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }

  @Test
  void propertiesHaveMetadataForCompletion() throws IOException {
    try (InputStream json =
        getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      String metadata = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      for (String property :
          new String[] {
            "pgsdk.toss.secret-key",
            "pgsdk.iamport.accept-test-payments",
            "pgsdk.portone.webhook-secrets",
            "pgsdk.merchants",
            "pgsdk.http.deadline",
            "pgsdk.webhooks.check-source",
            "pgsdk.returns.page",
            "pgsdk.refunds.duplicates",
            "pgsdk.store.create-schema",
            "pgsdk.resume.every"
          }) {
        assertThat(metadata).contains("\"name\": \"" + property + "\"");
      }
    }
  }
}
