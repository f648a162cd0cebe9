package io.stepunit.junit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The extension binds JUnit to the framework; users get the assertions beside it. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepunit.junit");

  @Test
  void the_extension_does_not_know_the_assertions() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.stepunit.assertj..", "org.assertj..")
        .check(MAIN);
  }

  @Test
  void the_extension_does_not_look_into_the_engine() {
    noClasses().should().dependOnClassesThat().resideInAPackage("io.stepunit.engine..").check(MAIN);
  }

  /** Users hold annotations, and one extension that is registered by hand. */
  @Test
  void extension_classes_are_not_for_users() {
    classes()
        .that(simpleNameEndingWith("Extension"))
        .and()
        .doNotHaveSimpleName("StateMachineExtension")
        .should()
        .notBePublic()
        .allowEmptyShould(true)
        .check(MAIN);
  }

  /** Mockito is optional: whoever does not use it must not need it. */
  @Test
  void mockito_is_known_by_its_adapter_alone() {
    noClasses()
        .that()
        .doNotHaveSimpleName("MockitoMocks")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mockito..")
        .check(MAIN);
  }

  /** State belongs to the store of the test. */
  @Test
  void nothing_is_kept_in_static_fields() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(MAIN);
  }
}
