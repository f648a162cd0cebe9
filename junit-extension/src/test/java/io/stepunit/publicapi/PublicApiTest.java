package io.stepunit.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is public is what users hold. */
class PublicApiTest {
  private static final PublicApi API = PublicApi.read();
  private static final int MOST_COMPONENTS = 7;

  /** Whose workings are still public; a package leaves this list with its last finding. */
  private static final List<String> STILL_OPEN =
      List.of(
          "io.stepunit.bucket.Buckets",
          "io.stepunit.explore.",
          "io.stepunit.monitoring.",
          "io.stepunit.teststate.");

  private static boolean isSettled(JavaClass type) {
    return STILL_OPEN.stream().noneMatch(type.getName()::startsWith);
  }

  private static Stream<JavaClass> settled() {
    return API.accessible().stream().filter(PublicApiTest::isSettled);
  }

  @Test
  void has_no_type_that_users_do_not_come_to_hold() {
    List<String> unheld =
        settled().filter(type -> !API.held().contains(type)).map(JavaClass::getName).toList();

    assertThat(unheld)
        .as("public types that no entry leads to: hide them, or move them to io.stepunit.internal")
        .isEmpty();
  }

  @Test
  void names_no_internal_type() {
    List<String> leaks = settled().flatMap(PublicApiTest::leaks).toList();

    assertThat(leaks).as("signatures that show internal types").isEmpty();
  }

  private static Stream<String> leaks(JavaClass type) {
    return Signature.of(type).stream()
        .flatMap(
            signature ->
                signature.named().stream()
                    .filter(PublicApi::isInternal)
                    .map(internal -> signature.text() + " names " + internal.getName()));
  }

  @Test
  void has_no_record_of_more_than_seven_components() {
    assertThat(settled().filter(PublicApiTest::isLargeRecord))
        .as("large records: each further component would break their users")
        .isEmpty();
  }

  private static boolean isLargeRecord(JavaClass type) {
    return type.isRecord()
        && type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count()
            > MOST_COMPONENTS;
  }
}
