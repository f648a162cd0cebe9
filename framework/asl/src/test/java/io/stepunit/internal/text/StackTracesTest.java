package io.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackTracesTest {
  private static final String USER = "com.example.OrderTest";
  private static final String OWN = "io.stepunit.TestStateMachine";

  @AfterEach
  void tearDown() {
    System.clearProperty(StackTraces.SWITCH);
  }

  @Test
  void an_error_begins_at_the_line_of_the_user() {
    AssertionError error =
        thrown(
            new AssertionError("no mock"),
            "io.stepunit.internal.engine.Branch",
            OWN,
            USER,
            "org.junit.platform.commons.util.ReflectionUtils");

    StackTraces.pruned(error);

    assertThat(types(error))
        .containsExactly(USER, "org.junit.platform.commons.util.ReflectionUtils");
  }

  @Test
  void what_stepunit_called_goes_and_what_the_user_called_stays() {
    AssertionError error =
        thrown(
            new AssertionError("no mock"),
            OWN,
            "java.util.Optional",
            "org.assertj.core.api.AbstractAssert",
            OWN,
            "java.util.ArrayList",
            USER,
            "java.lang.reflect.Method");

    StackTraces.pruned(error);

    assertThat(types(error))
        .containsExactly("java.util.ArrayList", USER, "java.lang.reflect.Method");
  }

  @Test
  void what_no_line_of_a_user_led_to_keeps_its_frames() {
    AssertionError unused =
        thrown(new AssertionError("unused"), OWN, "java.util.Optional", "org.junit.jupiter.Engine");
    AssertionError alone = thrown(new AssertionError("alone"), OWN, "java.lang.Thread");

    StackTraces.pruned(unused);
    StackTraces.pruned(alone);

    assertThat(types(unused)).hasSize(3);
    assertThat(types(alone)).hasSize(2);
  }

  @Test
  void what_users_and_libraries_throw_keeps_its_frames() {
    AssertionError users = thrown(new AssertionError("in an answer"), USER, OWN, USER);
    NullPointerException defect = thrown(new NullPointerException(), OWN, USER);
    IllegalArgumentException library =
        thrown(new IllegalArgumentException(), "java.util.regex.Pattern", OWN, USER);

    Stream.of(users, defect, library).forEach(StackTraces::pruneAll);

    assertThat(types(users)).hasSize(3);
    assertThat(types(defect)).hasSize(2);
    assertThat(types(library)).hasSize(3);
  }

  @Test
  void wrong_arguments_and_stepunits_own_exceptions_begin_at_the_line_of_the_user() {
    IllegalArgumentException argument = thrown(new IllegalArgumentException(), OWN, USER);
    IllegalStateException state = thrown(new IllegalStateException(), OWN, USER);
    OwnException own = thrown(new OwnException(), OWN, USER);

    Stream.of(argument, state, own).forEach(StackTraces::pruneAll);

    assertThat(Stream.of(argument, state, own)).allSatisfy(e -> assertThat(types(e)).hasSize(1));
  }

  @Test
  void causes_and_suppressed_stay_and_lose_the_frames_too() {
    RuntimeException handlers =
        thrown(new RuntimeException("handler"), "com.example.Charge", OWN, USER);
    RuntimeException report = thrown(new RuntimeException("report", handlers));
    AssertionError failure = thrown(new AssertionError("broken", handlers), OWN, USER);
    failure.addSuppressed(report);
    handlers.addSuppressed(failure);

    StackTraces.pruneAll(failure);

    assertThat(failure).hasCause(handlers).hasSuppressedException(report);
    assertThat(types(failure)).containsExactly(USER);
    assertThat(types(handlers)).containsExactly("com.example.Charge", USER);
  }

  @Test
  void causes_of_what_was_pruned_before_lose_the_frames_too() {
    RuntimeException handlers =
        thrown(new RuntimeException("handler"), "com.example.Charge", OWN, USER);
    OwnException failure = thrown(new OwnException(), USER);
    failure.initCause(handlers);

    StackTraces.pruneAll(failure);

    assertThat(types(handlers)).containsExactly("com.example.Charge", USER);
  }

  @Test
  void failures_within_one_that_others_throw_are_pruned_each() {
    AssertionError failure = thrown(new AssertionError("soft"), OWN, USER);
    AssertionError several = thrown(new AssertionError("several"), "org.opentest4j.All", USER);
    several.addSuppressed(failure);

    StackTraces.pruneAll(several);

    assertThat(types(several)).hasSize(2);
    assertThat(types(failure)).containsExactly(USER);
  }

  @Test
  void a_property_keeps_all_frames() {
    System.setProperty(StackTraces.SWITCH, "full");
    AssertionError error = thrown(new AssertionError("no mock"), OWN, USER);

    StackTraces.pruned(error);
    StackTraces.pruneAll(error);

    assertThat(types(error)).containsExactly(OWN, USER);
  }

  private static Stream<String> types(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getClassName);
  }

  private static <T extends Throwable> T thrown(T throwable, String... types) {
    throwable.setStackTrace(
        Arrays.stream(types)
            .map(type -> new StackTraceElement(type, "run", "Some.java", 7))
            .toArray(StackTraceElement[]::new));
    return throwable;
  }

  private static final class OwnException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
