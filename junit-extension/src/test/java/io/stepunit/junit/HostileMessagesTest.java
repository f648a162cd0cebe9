package io.stepunit.junit;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.Diagnostic;
import io.stepunit.assertj.StepUnitAssertions;
import io.stepunit.junit.testkit.Results;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.mock.TaskMock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a definition or an answer holds never rules over the terminal or report that shows it. */
class HostileMessagesTest {
  /** What moves the cursor, hides or reorders text, or ends a line. */
  private static final Pattern RULING =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF"
              + "\\uFFF9-\\uFFFB&&[^\\n\\t]]");

  /** The texts that the command line is tried with, too. */
  static Stream<String> texts() throws IOException {
    Path file = Path.of("../cli/src/test/resources/hostile-texts.json");
    List<String> texts = new ArrayList<>();
    new ObjectMapper()
        .readTree(Files.readString(file))
        .forEach(text -> texts.add(text.textValue()));
    return texts.stream();
  }

  /** A machine whose Task, error and cause are called so, and whose Parallel has another Task. */
  private static TestStateMachine machine(String text) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode().put("StartAt", text);
    ObjectNode states = definition.putObject("States");
    ObjectNode task =
        states
            .putObject(text)
            .put("Type", "Task")
            .put("Resource", "arn:aws:lambda:us-east-1:123456789012:function:charge")
            .put("Next", "Refuse");
    task.putArray("Catch").addObject().put("Next", "Done").putArray("ErrorEquals").add(text);
    states.putObject("Refuse").put("Type", "Fail").put("Error", text).put("Cause", text);
    states.putObject("Done").put("Type", "Succeed");
    return StepFunctionsEnvironment.create().define("order", definition.toString());
  }

  private static void requireTame(String shown) {
    assertThat(RULING.matcher(shown).results().map(found -> (int) found.group().charAt(0)))
        .as(shown)
        .isEmpty();
  }

  private static String message(ThrowingCallable code) {
    Throwable thrown = catchThrowable(code);
    assertThat(thrown).isNotNull();
    return String.valueOf(thrown.getMessage());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void timelines_have_a_line_for_each_event(String text) {
    TestStateMachine order = machine(text);
    order.mock(text).returns(Map.of("text", text));

    Execution run = order.run("{}");

    assertThat(run.timeline().toString().lines().count()).isEqualTo(run.timeline().lines().size());
    requireTame(run.timeline().toString());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void answers_that_are_missing_or_wrong_are_told(String text) {
    TestStateMachine unmocked = machine(text);
    TestStateMachine wrong = machine(text);
    wrong
        .mock(text)
        .answers(
            call -> {
              throw new IllegalStateException(text);
            });
    TestStateMachine unused = machine(text);
    TaskMock mock = unused.mock(text);
    mock.returns("{}");

    requireTame(message(() -> unmocked.run("{}")));
    requireTame(message(() -> wrong.run("{}")));
    requireTame(message(() -> unused.mocks().verifyUsed()));
    requireTame(message(() -> unmocked.mock(text + "x")));
    requireTame(message(() -> unmocked.mockResource(text)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void assertions_that_fail_tell_it(String text) {
    TestStateMachine order = machine(text);
    order.mock(text).returns(Map.of("text", text));
    Execution run = order.run(Map.of("text", text));

    Stream.<ThrowingCallable>of(
            () -> assertThat(run).isSucceeded(),
            () -> assertThat(run).hasPath("Done", text),
            () -> assertThat(run).visitedInOrder("Done", text),
            () -> assertThat(run).visited("Done"),
            () -> assertThat(run).neverVisited(text),
            () -> assertThat(run).visited(text, 3),
            () -> assertThat(run).hasError("x" + text),
            () -> assertThat(run).hasCause("x" + text),
            () -> assertThat(run).hasCalls(text, 2),
            () -> assertThat(run).hasCallInputs(text, 1),
            () -> assertThat(run).hasCallsInOrder(text, text),
            () -> assertThat(run).state(text, visit -> visit.hasAttempts(3)),
            () -> assertThat(run).state(text, visit -> visit.wasCaught(text)),
            () -> assertThat(run).state(text, visit -> visit.hasInputAt("$.text", 1)),
            () -> assertThat(run).visited(text + "x"))
        .forEach(assertion -> requireTame(message(assertion)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void explorations_and_warnings_tell_it(String text) {
    TestStateMachine order = machine(text);

    requireTame(order.explore().toString());
    for (Diagnostic warning : order.definition().warnings()) {
      assertThat(warning.toString()).doesNotContain("\n");
      requireTame(warning.toString());
    }
  }

  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  void reports_of_whole_classes_tell_it() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    Results results;
    try {
      results = TestKit.run(HostileTestCases.class, Map.of("stepunit.print", "timeline"));
    } finally {
      System.setOut(before);
    }

    requireTame(printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    List<String> entries = new ArrayList<>(results.reportEntries(FaultSweep.ENTRY));
    entries.addAll(results.reportEntries(InterleavingSweep.ENTRY));
    entries.addAll(results.reportEntries(Warnings.ENTRY));
    assertThat(entries).hasSize(3).allSatisfy(HostileMessagesTest::requireTame);
    assertThat(results.testNames()).isNotEmpty().allSatisfy(HostileMessagesTest::requireTame);
    assertThat(results).failsATestPrinting().satisfies(HostileMessagesTest::requireTame);
  }

  @StateMachineTest("hostile.asl.json")
  static class HostileTestCases {
    private static final String TASK = "Call\u001b[31m\u202e\r\nme";

    @FaultMatrix
    void breaks(TestStateMachine machine) {
      machine.mock(TASK).returns("{}").lenient();
      machine.run("{}");
    }

    @Interleavings(value = 2, sameOutcome = true)
    void races(TestStateMachine machine) {
      machine.mock(TASK).returns("{}").lenient();
      machine.run("{}");
    }

    @Test
    void fails(TestStateMachine machine) {
      machine.mock(TASK).fails(TASK, TASK);
      StepUnitAssertions.assertThat(machine.run("{}")).isSucceeded();
    }
  }
}
