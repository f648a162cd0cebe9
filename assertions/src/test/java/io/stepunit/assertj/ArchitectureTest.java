package io.stepunit.assertj;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.assertj.core.api.Assert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Assertions look at finished executions: they know the published rooms of the framework. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepunit.assertj", "io.stepunit.internal.assertj");

  @Test
  void assertions_know_neither_the_junit_extension_nor_junit() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.stepunit.junit..", "org.junit..")
        .check(MAIN);
  }

  @Test
  void assertions_do_not_look_into_the_engine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.stepunit.internal.engine..", "io.stepunit.load..", "io.stepunit.internal.load..")
        .check(MAIN);
  }

  @Test
  void messages_do_not_know_the_assertions_that_use_them() {
    slices().matching("io.stepunit.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void what_tests_do_not_hold_is_internal() {
    classes()
        .that()
        .resideInAPackage("io.stepunit.assertj")
        .and()
        .arePublic()
        .should()
        .beAssignableTo(Assert.class)
        .orShould()
        .beAssignableTo(Assertions.class)
        .orShould()
        .beAssignableTo(SoftAssertions.class)
        .check(MAIN);
  }

  @Test
  void what_tests_call_names_nothing_internal() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("io.stepunit.assertj")
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and(modifier(JavaModifier.PUBLIC).or(modifier(JavaModifier.PROTECTED)))
        .should()
        .notHaveRawReturnType(resideInAPackage("io.stepunit.internal.."))
        .andShould()
        .notHaveRawParameterTypes(anyElementThat(resideInAPackage("io.stepunit.internal..")))
        .check(MAIN);
  }

  @Test
  void nothing_is_kept_in_static_fields() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(MAIN);
  }
}
