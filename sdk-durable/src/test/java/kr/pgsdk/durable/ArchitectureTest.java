package kr.pgsdk.durable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What durable payments may use: the contract, and java.sql; no gateway, no framework. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void usesTheContractAndTheJdkAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "the public contract, java.sql, SLF4J or the JDK's language",
                ArchitectureTest::isAllowed))
        .check(CLASSES);
  }

  private static boolean isAllowed(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return type.getBaseComponentType().isPrimitive()
        || name.startsWith("kr.pgsdk.durable.")
        || (name.startsWith("kr.pgsdk.core.") && !name.contains(".internal."))
        || name.startsWith("java.")
        || name.startsWith("javax.sql.")
        || name.startsWith("org.slf4j.")
        || name.startsWith("org.jspecify.");
  }

  @Test
  void theStoreKnowsNothingOfTheVerbs() {
    noClasses()
        .that()
        .resideInAPackage("kr.pgsdk.durable.store")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("kr.pgsdk.durable")
        .check(CLASSES);
    SlicesRuleDefinition.slices().matching("kr.pgsdk.(durable)..").should().beFreeOfCycles();
  }

  /** The database's clock decides; a server's may be an hour off. */
  @Test
  void noServerReadsItsOwnClock() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
  }
}
