package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertSoftly;
import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private String page = "";

  @BeforeEach
  void read_the_page() throws IOException {
    page = Files.readString(Path.of("../docs/guide/assertions.md"));
  }

  @Test
  void the_page_names_every_assertion() {
    List<String> names =
        Stream.<Class<?>>of(
                AbstractOutcomeAssert.class,
                AbstractApprovalAssert.class,
                AbstractCallsAssert.class,
                AbstractCostAssert.class,
                ExecutionAssert.class,
                MapRunAssert.class,
                StateVisitAssert.class,
                StateResultAssert.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .map(Method::getName)
            .distinct()
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(30)
        .allSatisfy(name -> assertThat(page).contains("`" + name + "("));
  }

  @Test
  void the_failure_that_the_page_shows_is_real() {
    String name = Messages.of(() -> assertThat(Runs.paid()).visited("Chagre"));

    assertThat(page).contains("```" + name + "```");
  }

  @Test
  void the_approved_text_that_the_page_shows_is_real() throws IOException {
    String approved =
        Files.readString(
            Path.of("src/test/java/io/stepunit/assertj/DocumentationTest.happy-path.approved.txt"));

    assertThat(page).contains("```\n" + approved + "```");
  }

  @Test
  void examples_hold() {
    Execution run = Runs.retried();

    assertThat(run)
        .isSucceeded()
        .hasPath("Validate", "Charge", "Ship")
        .state("Charge", charge -> charge.hasAttempts(3).hasRetryDelays(ofSeconds(2), ofSeconds(4)))
        .hasOutputAt("$.receipt.ok", true)
        .hasDuration(ofSeconds(11));

    assertThat(run).matchesApproved("happy-path");
    assertThat(run).ignoring("requestId", "$.lines[*].id").hasApprovedOutput("happy-path");

    assertSoftly(softly -> softly.assertThat(run).isSucceeded().hasOutputAt("$.receipt.ok", true));
  }
}
