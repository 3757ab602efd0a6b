package kr.pgsdk.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a native image needs to be told of: almost nothing, and each piece of it is in the jar's
 * {@code META-INF/native-image}.
 */
class NativeImageTest {
  /** The first two name a constant class and member, and are in sdk-core's metadata. */
  private static final Set<String> REFLECTING =
      Set.of(
          "kr.pgsdk.core.internal.http.OkHttpVersion",
          "kr.pgsdk.core.async.CallThreads",
          "kr.pgsdk.sandbox.junit.SandboxExtension"); // JUnit shows it a parameter

  private static final Set<String> READING_RESOURCES =
      Set.of("kr.pgsdk.durable.store.Schema", "kr.pgsdk.sandbox.wire.Resources");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(PublishedModule.all().stream().map(PublishedModule::classes).toList());

  private static final Pattern GLOB = Pattern.compile("\"glob\": \"([^\"]*)\"");

  static List<PublishedModule> modules() {
    return PublishedModule.all();
  }

  @Test
  void ownCode_usesNoReflection() {
    noClasses()
        .that(aren(REFLECTING))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ServiceLoader.class, ResourceBundle.class)
        .orShould()
        // A value's readObject refuses, and reads nothing: whoever serializes names the classes.
        .callCodeUnitWhere(target(owner(type(ObjectInputStream.class))))
        .orShould()
        .callMethodWhere(
            ofClass("(forName|new|get(Declared)?(Constructor|Method|Field|Class|Record).*)"))
        .check(CLASSES);
  }

  @Test
  void resources_areReadByTheseClassesAlone() {
    noClasses()
        .that(aren(READING_RESOURCES))
        .should()
        .callMethodWhere(ofClass("getResource.*"))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ClassLoader.class)
        .check(CLASSES);
  }

  @Test
  void namedClasses_exist() {
    assertThat(CLASSES.stream().map(JavaClass::getName))
        .containsAll(REFLECTING)
        .containsAll(READING_RESOURCES);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyResource_isInTheMetadataOfItsJar(PublishedModule module) throws IOException {
    List<PathMatcher> globs = new ArrayList<>();
    Path metadata =
        module
            .classes()
            .resolve("META-INF/native-image/kr.pgsdk/" + module + "/reachability-metadata.json");
    if (Files.exists(metadata)) {
      Matcher glob = GLOB.matcher(Files.readString(metadata));
      while (glob.find()) {
        globs.add(FileSystems.getDefault().getPathMatcher("glob:" + glob.group(1)));
      }
    }
    try (Stream<Path> files = Files.walk(module.classes())) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(module.classes()::relativize)
                  .filter(file -> !file.toString().endsWith(".class"))
                  .filter(file -> !file.startsWith("META-INF")))
          .allMatch(file -> globs.stream().anyMatch(glob -> glob.matches(file)));
    }
  }

  private static DescribedPredicate<JavaClass> aren(Set<String> named) {
    return describe("aren't " + named, type -> !named.contains(type.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> ofClass(String methods) {
    return describe(
        "call " + methods + " of Class",
        access ->
            access.getTargetOwner().isEquivalentTo(Class.class)
                && access.getTarget().getName().matches(methods));
  }
}
