package io.stepunit.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is public is what users hold, and a change of it shows in a review. */
class PublicApiTest {
  private static final PublicApi API = PublicApi.read();
  private static final Path LISTING = Path.of("src/test/resources/public-api.txt");
  private static final String REWRITE = "stepunit.rewritePublicApi";
  private static final int MOST_COMPONENTS = 7;

  @Test
  void has_no_type_that_users_do_not_come_to_hold() {
    List<String> unheld =
        API.accessible().stream()
            .filter(type -> !API.held().contains(type))
            .map(JavaClass::getName)
            .toList();

    assertThat(unheld)
        .as("public types that no entry leads to: hide them, or move them to io.stepunit.internal")
        .isEmpty();
  }

  @Test
  void names_no_internal_type() {
    List<String> leaks = API.accessible().stream().flatMap(PublicApiTest::leaks).toList();

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
    assertThat(API.accessible().stream().filter(PublicApiTest::isLargeRecord))
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

  @Test
  void is_as_listed() throws IOException {
    String listing = API.listing().stream().collect(Collectors.joining("\n", "", "\n"));
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(LISTING, listing);
    }

    List<String> listed = Files.readAllLines(LISTING);

    List<String> added = API.listing().stream().filter(line -> !listed.contains(line)).toList();
    List<String> gone = listed.stream().filter(line -> !API.listing().contains(line)).toList();
    assertThat(added.isEmpty() && gone.isEmpty())
        .as(
            """
            The public API is not as %s lists it.
            Added:
              %s
            Gone:
              %s
            If that is meant, rewrite the list and commit it:
              mvn -Dfast test -pl junit-extension -am -Dtest=PublicApiTest \
            -Dsurefire.failIfNoSpecifiedTests=false -D%s=true\
            """,
            LISTING, String.join("\n  ", added), String.join("\n  ", gone), REWRITE)
        .isTrue();
  }
}
