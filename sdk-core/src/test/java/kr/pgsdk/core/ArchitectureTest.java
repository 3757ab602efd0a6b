package kr.pgsdk.core;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /** The three packages of the contract, and its back door, count as one room. */
  private static final String CONTRACT = "contract";

  /**
   * What each room may touch besides the JDK's language, values and collections, and JSpecify. A
   * name that ends in a dot is a library.
   */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry(
              CONTRACT,
              Set.of(
                  "auth",
                  "internal.text",
                  "java.io.Externalizable",
                  "java.io.IOException",
                  "java.io.InvalidObjectException",
                  "java.io.Object",
                  "java.io.Serial",
                  "java.security.",
                  "java.net.URI",
                  "java.net.URL")),
          entry("auth", Set.of()),
          entry("http", Set.of(CONTRACT, "java.net.", "okhttp3.OkHttpClient")),
          entry("webhook", Set.of(CONTRACT, "java.io.", "java.net.URL")),
          entry(
              "async", Set.of(CONTRACT, "auth", "internal.http", "internal.flow", "internal.time")),
          entry("internal.time", Set.of()),
          entry(
              "internal.text", Set.of("java.io.", "java.net.ProtocolException", "java.security.")),
          entry(
              "internal.json",
              Set.of(CONTRACT, "internal.time", "java.io.", "com.squareup.moshi.", "okio.")),
          entry(
              "internal.token",
              Set.of(CONTRACT, "auth", "internal.text", "internal.time", "org.slf4j.")),
          entry(
              "internal.http",
              Set.of(
                  CONTRACT,
                  "auth",
                  "http",
                  "internal.json",
                  "internal.text",
                  "internal.time",
                  "java.io.",
                  "java.net.",
                  "java.security.",
                  "javax.net.ssl.",
                  "kotlin.KotlinVersion",
                  "okhttp3.",
                  "okio.",
                  "org.slf4j.")),
          entry(
              "internal.flow",
              Set.of(CONTRACT, "internal.http", "internal.text", "internal.time")));

  private static final Set<String> EVERYWHERE =
      Set.of("java.lang.", "java.math.", "java.nio.", "java.time.", "java.util.", "org.jspecify.");

  private static String room(JavaClass type) {
    String name = type.getPackageName().replaceFirst("^kr\\.pgsdk\\.core\\.?", "");
    return Set.of("", "error", "verify", "internal.access").contains(name) ? CONTRACT : name;
  }

  @Test
  void roomsTouchWhatTheTableSays() {
    check(
        classes()
            .should(
                new ArchCondition<>("touch what the table of rooms allows") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                      JavaClass target = dependency.getTargetClass().getBaseComponentType();
                      if (!mayTouch(type, target)) {
                        events.add(violated(dependency, dependency.getDescription()));
                      }
                    }
                  }
                }));
  }

  private static boolean mayTouch(JavaClass type, JavaClass target) {
    if (target.isPrimitive()) {
      return true;
    }
    Set<String> allowed = ROOMS.get(room(type));
    if (target.getPackageName().startsWith("kr.pgsdk.core")) {
      return room(type).equals(room(target)) || allowed.contains(room(target));
    }
    return Stream.concat(EVERYWHERE.stream(), allowed.stream().filter(name -> name.contains(".")))
        .anyMatch(target.getName()::startsWith);
  }

  @Test
  void noCircleBetweenRooms() {
    SlicesRuleDefinition.slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(room(type));
              }

              @Override
              public String getDescription() {
                return "rooms";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
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
