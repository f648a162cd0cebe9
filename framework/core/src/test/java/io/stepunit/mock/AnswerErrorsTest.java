package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.library.Assumption;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.tools.ToolProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** What ends a test reaches it, whatever code lies on the way. */
class AnswerErrorsTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private final TestStateMachine inner = machine(env, "inner");
  private final TestStateMachine outer = machine(env, "outer");

  private static TestStateMachine machine(StepFunctionsEnvironment env, String name) {
    return env.define(
        name,
        """
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
              "Retry": [{"ErrorEquals": ["States.ALL"]}],
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}],
              "Next": "Done"
            },
            "Done": {"Type": "Succeed"}
          }
        }
        """);
  }

  private void runAndSwallow() {
    swallow(() -> inner.run("{}"));
  }

  private static void swallow(ThrowingCallable code) {
    assertThat(catchThrowable(code)).isInstanceOf(AssertionError.class);
  }

  @Nested
  class An_error_that_is_swallowed {
    @Test
    void of_a_task_without_a_mock_fails_the_test_at_its_end() {
      runAndSwallow();

      assertThatThrownBy(env::verifyAnswers)
          .isInstanceOf(SwallowedAnswerError.class)
          .hasCauseInstanceOf(UnmockedTaskError.class)
          .hasMessageContaining("No mock answers the Task 'Charge'")
          .hasMessageContaining("forgetAnswerErrors()");
    }

    @Test
    void of_a_broken_answer_fails_the_test_at_its_end() {
      inner
          .mock("Charge")
          .answers(
              call -> {
                throw new IllegalStateException("broken");
              });
      runAndSwallow();

      assertThatThrownBy(env::verifyAnswers).hasCauseInstanceOf(MockAnswerError.class);
    }

    @Test
    void of_an_answer_that_takes_too_long_fails_the_test_at_its_end() {
      StepFunctionsEnvironment hasty =
          StepFunctionsEnvironment.builder().userCodeLimit(Duration.ofMillis(50)).build();
      TestStateMachine slow = machine(hasty, "slow");
      slow.mock("Charge")
          .answers(
              call -> {
                new CountDownLatch(1).await();
                return 1;
              });
      swallow(() -> slow.run("{}"));

      assertThatThrownBy(hasty::verifyAnswers).hasCauseInstanceOf(UserCodeTimeoutError.class);
    }

    @Test
    void of_an_assertion_in_an_answer_fails_the_test_at_its_end() {
      AssertionError own = new AssertionError("own");
      inner
          .mock("Charge")
          .answers(
              call -> {
                throw own;
              });
      runAndSwallow();

      assertThatThrownBy(env::verifyAnswers).cause().isSameAs(own);
    }

    @Test
    void of_a_state_tested_alone_fails_the_test_at_its_end() {
      swallow(() -> inner.state("Charge").test());

      assertThatThrownBy(env::verifyAnswers).hasCauseInstanceOf(UnmockedTaskError.class);
    }

    @Test
    void is_counted_and_the_first_is_told() {
      swallow(() -> inner.run("{}"));
      swallow(() -> outer.run("{}"));

      assertThatThrownBy(env::verifyAnswers).hasMessageContaining("aborted it (and 1 more)");
    }

    @Test
    void can_be_expected() {
      swallow(() -> inner.run("{}"));
      env.forgetAnswerErrors();

      assertThatCode(env::verifyAnswers).doesNotThrowAnyException();
    }

    @Test
    void is_none_where_a_task_fails_as_the_test_wants_it() {
      inner.mock("Charge").fails("Card.Declined");
      inner.run("{}");

      assertThatCode(env::verifyAnswers).doesNotThrowAnyException();
    }
  }

  @Nested
  class An_assumption {
    @Test
    void in_an_answer_ends_the_test_without_failing_it() {
      inner
          .mock("Charge")
          .answers(
              call -> {
                Assumptions.assumeTrue(false, "no network here");
                return 1;
              });

      assertThatThrownBy(() -> inner.run("{}"))
          .isExactlyInstanceOf(TestAbortedException.class)
          .hasMessageContaining("no network here");
      assertThatCode(env::verifyAnswers).doesNotThrowAnyException();
    }

    @Test
    void in_a_condition_ends_the_test_too() {
      inner
          .mock("Charge")
          .whenCall(
              call -> {
                throw new TestAbortedException("no");
              })
          .returns("{}");

      assertThatThrownBy(() -> inner.run("{}")).isExactlyInstanceOf(TestAbortedException.class);
    }

    @Test
    void in_a_Lambda_handler_ends_the_test_too() {
      inner
          .lambda("charge")
          .handledBy(
              Object.class,
              (event, context) -> {
                throw new TestAbortedException("no");
              });

      assertThatThrownBy(() -> inner.run("{}")).isExactlyInstanceOf(TestAbortedException.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"org.junit.internal.AssumptionViolatedException", "org.testng.SkipException"})
    void of_another_framework_is_known_by_its_name(String name, @TempDir Path folder)
        throws IOException, ReflectiveOperationException {
      int dot = name.lastIndexOf('.');
      Path source = folder.resolve(name.substring(dot + 1) + ".java");
      Files.writeString(
          source,
          "package %s; public class %s extends RuntimeException {}"
              .formatted(name.substring(0, dot), name.substring(dot + 1)));
      ToolProvider.getSystemJavaCompiler()
          .run(null, null, null, "-d", folder.toString(), source.toString());

      try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
        RuntimeException thrown =
            Class.forName(name, true, loader)
                .asSubclass(RuntimeException.class)
                .getDeclaredConstructor()
                .newInstance();
        assertThat(Assumption.isViolated(thrown)).isTrue();
        inner
            .mock("Charge")
            .answers(
                call -> {
                  throw thrown;
                });
        assertThat(catchThrowableOfType(() -> inner.run("{}"), RuntimeException.class))
            .isSameAs(thrown);
      }
    }
  }
}
