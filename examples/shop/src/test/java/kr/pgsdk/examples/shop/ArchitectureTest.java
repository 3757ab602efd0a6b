package kr.pgsdk.examples.shop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kr.pgsdk.core.PaymentGateway;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/**
 * What the packages of the shop may use: of the SDK what any shop may, and of each other little.
 */
class ArchitectureTest {
  private static final String SHOP = "kr.pgsdk.examples.shop.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kr.pgsdk.examples.shop");

  @Test
  void usesTheSdkAsAnyShopDoes() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "the SDK's internals, or one gateway's own types", ArchitectureTest::isForbidden))
        .check(CLASSES);
  }

  private static boolean isForbidden(JavaClass type) {
    String name = type.getName();
    return name.contains(".internal.")
        || name.startsWith("kr.pgsdk.toss.")
        || name.startsWith("kr.pgsdk.iamport.")
        || name.startsWith("kr.pgsdk.portone.");
  }

  @Test
  void aRealShopHasNoSandbox_soOnePackageAloneKnowsIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHOP + "sandbox")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("kr.pgsdk.sandbox..")
        .check(CLASSES);
  }

  @Test
  void moneyMovesThroughTheDurablePaymentsAlone() {
    for (String verb : Set.of("prepare", "confirm", "cancel")) {
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "PaymentGateway." + verb,
                  call ->
                      call.getTargetOwner().isAssignableTo(PaymentGateway.class)
                          && call.getName().equals(verb)))
          .check(CLASSES);
    }
  }

  /** Each package, and the shop's other packages that it uses. */
  @Test
  void packagesUseEachOther_asListedHere() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      Set<String> others = uses.computeIfAbsent(packageOf(type), name -> new TreeSet<>());
      for (Dependency one : type.getDirectDependenciesFromSelf()) {
        JavaClass target = one.getTargetClass().getBaseComponentType();
        if (target.getName().startsWith(SHOP) && !packageOf(target).equals(packageOf(type))) {
          others.add(packageOf(target));
        }
      }
    }
    assertThat(uses)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "", Set.of("sandbox"),
                "booking", Set.of("buyer", "orders", "pages"),
                "buyer", Set.of(),
                "goods", Set.of("buyer", "orders", "pages", "points"),
                "operator", Set.of("orders", "pages", "payments"),
                "orders", Set.of("buyer"),
                "pages", Set.of("buyer", "orders", "sandbox"),
                "payments", Set.of("buyer", "orders", "pages", "points", "sandbox"),
                "points", Set.of("buyer", "orders"),
                "sandbox", Set.of("orders")));
    SlicesRuleDefinition.slices().matching(SHOP + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static String packageOf(JavaClass type) {
    String name = type.getPackageName() + ".";
    return name.length() > SHOP.length() ? name.substring(SHOP.length(), name.length() - 1) : "";
  }

  @Test
  void oneClockForAll() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
  }

  @Test
  void pagesAreNobodysBusinessButTheBrowsers() {
    classes()
        .that()
        .areAnnotatedWith(Controller.class)
        .should()
        .haveSimpleNameEndingWith("Pages")
        .andShould()
        .notHaveModifier(JavaModifier.PUBLIC)
        .check(CLASSES);
  }
}
