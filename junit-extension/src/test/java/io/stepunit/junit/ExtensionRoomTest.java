package io.stepunit.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

class ExtensionRoomTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepunit.junit");

  @Test
  void mockito_is_known_to_one_class() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(MockitoMocks.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mockito..")
        .check(CLASSES);
  }

  @Test
  void the_extension_does_not_know_the_assertions() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.stepunit.assertj..", "org.assertj..")
        .check(CLASSES);
  }

  @Test
  void extensions_keep_no_state_in_fields() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(Extension.class)
        .should()
        .beFinal()
        .check(CLASSES);
  }

  @Test
  void extensions_are_not_public_but_for_the_one_that_users_make() {
    classes()
        .that()
        .areAssignableTo(Extension.class)
        .and()
        .doNotHaveFullyQualifiedName(StateMachineExtension.class.getName())
        .should()
        .notBePublic()
        .check(CLASSES);
  }
}
