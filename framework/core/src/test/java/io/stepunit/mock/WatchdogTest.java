package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.mock.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Watchdog watchdog = new Watchdog(SHORT);
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void code_within_the_limit_is_left_alone() throws Exception {
    Watchdog patient = new Watchdog(Duration.ofHours(1));

    assertThat(patient.<Integer>watch(() -> "The code", () -> 1)).isEqualTo(1);
    assertThatThrownBy(
            () ->
                patient.watch(
                    () -> "The code",
                    () -> {
                      throw new IOException("own");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("own");
  }

  @Test
  void code_that_waits_is_ended_with_its_stack() {
    assertThatThrownBy(() -> watchdog.watch(() -> "The code", this::waitForEver))
        .isInstanceOf(UserCodeTimeoutError.class)
        .hasMessageStartingWith(
            "The code had not returned after 0.05 s of real time. It was here:\n    at ")
        .hasMessageContaining("    at io.stepunit.mock.WatchdogTest.waitForEver(WatchdogTest.java:")
        .hasMessageEndingWith(
            "\nFor a Task that takes long in virtual time, use .taking(duration). "
                + "To allow more real time, build the environment with userCodeLimit(duration).")
        .satisfies(
            error ->
                assertThat(error.getCause().getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("waitForEver")));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void code_that_ignores_interrupts_fails_when_it_returns() {
    assertThatThrownBy(
            () ->
                watchdog.watch(
                    () -> "The code",
                    () -> {
                      while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                      }
                      return "too late";
                    }))
        .isInstanceOf(UserCodeTimeoutError.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void code_that_swallows_an_interrupt_is_interrupted_again() {
    assertThatThrownBy(
            () ->
                watchdog.watch(
                    () -> "The code",
                    () -> {
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        never.await();
                      }
                      return "never";
                    }))
        .isInstanceOf(UserCodeTimeoutError.class);
  }

  @Test
  void an_interrupt_that_was_there_before_is_kept() throws Exception {
    Thread.currentThread().interrupt();

    boolean inside = watchdog.watch(() -> "The code", () -> Thread.currentThread().isInterrupted());

    assertThat(inside).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void one_thread_watches_for_all_environments() throws Exception {
    Watchdog patient = new Watchdog(Duration.ofHours(1));

    long threads =
        patient.watch(
            () -> "The code",
            () -> new Watchdog(SHORT.multipliedBy(100)).watch(() -> "Other code", this::watchers));

    assertThat(threads).isEqualTo(1);
  }

  private long watchers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("stepunit-watchdog"))
        .count();
  }

  @Test
  void a_short_limit_is_seen_beside_a_long_one() throws Exception {
    Watchdog patient = new Watchdog(Duration.ofHours(1));

    assertThatThrownBy(
            () ->
                patient.watch(
                    () -> "The code", () -> watchdog.watch(() -> "Inner", this::waitForEver)))
        .isInstanceOf(UserCodeTimeoutError.class)
        .hasMessageStartingWith("Inner had not returned after 0.05 s");
  }

  @Test
  void a_limit_is_positive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Watchdog(Duration.ZERO))
        .withMessage("The limit of real time for users' code must be positive, but is PT0S");
  }

  @Test
  void an_answer_of_a_mock_is_watched() {
    TestStateMachine order =
        StepFunctionsEnvironment.builder()
            .userCodeLimit(SHORT)
            .build()
            .define("order", Machines.ORDER);
    order.mock("Charge").answers(call -> waitForEver());

    assertThatThrownBy(() -> order.run("{}"))
        .isInstanceOf(UserCodeTimeoutError.class)
        .message()
        .matches(
            "(?s)The answer of mock\\(\"Charge\"\\) at WatchdogTest\\.java:\\d+ to 'Charge'"
                + " \\(order:4\\), attempt 1, had not returned after 0\\.05 s of real time\\. .*");
  }

  private Object waitForEver() throws InterruptedException {
    never.await();
    return "never";
  }
}
