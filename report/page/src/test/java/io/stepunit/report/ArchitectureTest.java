package io.stepunit.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rooms of the report, as docs/architecture.md lists them: who may know whom. */
class ArchitectureTest {
  private static final String BASE = "io.stepunit.internal";

  /** Without io.stepunit.internal.report, which is the framework's. */
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/shaded/"))
          .importPackages(BASE + ".layout", BASE + ".report..")
          .that(
              describe(
                  "are of the report's jars",
                  type -> !type.getPackageName().equals(BASE + ".report")));

  /** Each room and which of the others it may know. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("layout", Set.of()),
          Map.entry("report.data", Set.of()),
          Map.entry("report.graph", Set.of("layout")),
          Map.entry("report.svg", Set.of("layout", "report.graph")),
          Map.entry("report.coverage", Set.of("report.data")),
          Map.entry(
              "report.make",
              Set.of(
                  "report.graph",
                  "report.data",
                  "report.coverage",
                  "report.export",
                  "report.page")),
          Map.entry("report.gate", Set.of("report.data", "report.coverage")),
          Map.entry("report.export", Set.of("report.data", "report.coverage")),
          Map.entry("report.page", Set.of("report.graph", "report.data", "report.coverage")));

  static Stream<String> rooms() {
    return MAY_KNOW.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void rooms_know_only_whom_they_may(String room) {
    String[] others =
        rooms()
            .filter(other -> !other.equals(room) && !MAY_KNOW.get(room).contains(other))
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void rooms_are_all_listed_here() {
    assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct())
        .isSubsetOf(MAY_KNOW.keySet().stream().map(ArchitectureTest::packageOf).toList());
  }

  @Test
  void the_layout_is_made_with_a_library_that_nobody_else_knows() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("layout"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse..", "com.google..", packageOf("layout") + ".shaded..")
        .check(MAIN);
  }

  @Test
  void the_layout_knows_nothing_of_state_machines() {
    noClasses()
        .that()
        .resideInAPackage(packageOf("layout"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.stepunit", "io.stepunit.asl..", "io.stepunit.history..", "com.fasterxml..")
        .check(MAIN);
  }

  @Test
  void nobody_knows_a_test_framework() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.stepunit.junit..", "org.junit..", "org.assertj..")
        .check(MAIN);
  }

  @Test
  void nobody_keeps_state_in_static_fields() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(MAIN);
  }

  private static String packageOf(String room) {
    return BASE + "." + room;
  }
}
