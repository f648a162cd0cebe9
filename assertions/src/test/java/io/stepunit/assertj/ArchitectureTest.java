package io.stepunit.assertj;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.stepunit.assertj.error.ExecutionMessage;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses assertions =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.stepunit.assertj");

  @Test
  void the_assertions_know_only_what_can_be_read_of_an_execution() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.assertj..",
            "org.jspecify..",
            "com.fasterxml.jackson..",
            "io.stepunit.assertj..",
            "io.stepunit.expression",
            "io.stepunit.history",
            "io.stepunit.json",
            "io.stepunit.model",
            "io.stepunit.spi")
        .check(assertions);
  }

  @Test
  void the_messages_know_nothing_of_the_assertions() {
    noClasses()
        .that()
        .resideInAPackage("io.stepunit.assertj.error")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.stepunit.assertj")
        .check(assertions);
  }

  @Test
  void a_message_says_what_should_be() {
    classes()
        .that()
        .areAssignableTo(ExecutionMessage.class)
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .should()
        .haveSimpleNameStartingWith("Should")
        .check(assertions);
  }
}
