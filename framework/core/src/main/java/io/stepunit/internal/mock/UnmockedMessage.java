package io.stepunit.internal.mock;

import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.JavaText;
import io.stepunit.internal.text.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages for Tasks without an answer. */
final class UnmockedMessage {
  private static final int SHOWN_MOCKS = 3;

  private UnmockedMessage() {}

  /** No mock is there for a call. */
  static String noMock(
      String handle, AttemptRequest request, List<NearMiss> mocks, Optional<String> serviceHint) {
    return """
        No mock answers the Task %s.

        %s

        %s

        %s"""
        .formatted(
            CallDescription.task(request),
            CallDescription.details(request),
            near(mocks),
            serviceHint.map(line -> line + "\n").orElse("") + hint(handle, request));
  }

  /** A mock is there, but says no answer at all. */
  static String saysNothing(String mock, String example, AttemptRequest request) {
    return """
        The mock of the Task %s has no answer: %s

        %s

        Add one, such as
          %s;"""
        .formatted(CallDescription.task(request), mock, CallDescription.details(request), example);
  }

  /**
   * A mock is there, whose last answer was begun and not ended.
   *
   * @param advice what is missing
   */
  static String unfinished(String mock, String advice, AttemptRequest request) {
    return """
        The mock of the Task %s has an answer that is not whole: %s. %s

        %s"""
        .formatted(CallDescription.task(request), mock, advice, CallDescription.details(request));
  }

  /** A mock is there, but has no answer for so many calls. */
  static String pastTheEnd(
      String mock, int length, List<TaskState> tasks, AttemptRequest request, int call) {
    return """
        The mock of the Task %s has no answer for call %s: %s answers %s.%s

        %s

        Continue it with .thenReturns(…) or .thenFails(…), or leave out the last .times(…) to repeat \
        the last answer for ever."""
        .formatted(
            CallDescription.task(request),
            call,
            mock,
            length,
            shared(tasks),
            CallDescription.details(request));
  }

  /** A mock of several Tasks has one sequence for all of them. */
  private static String shared(List<TaskState> tasks) {
    return tasks.size() == 1
        ? ""
        : " It matches %s Tasks, whose calls count together: %s. To give a Task its own sequence, mock it by name."
            .formatted(
                tasks.size(),
                tasks.stream()
                    .map(task -> Printable.line(task.name()))
                    .collect(Collectors.joining(", ")));
  }

  private static String near(List<NearMiss> mocks) {
    if (mocks.isEmpty()) {
      return "The machine has no mocks.";
    }
    StringBuilder text = new StringBuilder("Mocks that do not match:");
    List<NearMiss> nearest =
        mocks.stream().sorted(Comparator.comparing(NearMiss::nearness)).toList();
    nearest.stream()
        .limit(SHOWN_MOCKS)
        .forEach(miss -> text.append("\n  %s: %s".formatted(miss.mock(), miss.whyNot())));
    if (nearest.size() > SHOWN_MOCKS) {
      text.append("\n  and %s more".formatted(nearest.size() - SHOWN_MOCKS));
    }
    return text.toString();
  }

  private static String hint(String handle, AttemptRequest request) {
    String name = JavaText.literal(request.state());
    if (!TaskFit.waitsForToken(request.resource())) {
      return """
          Add to the test:
            %s.mock(%s).%s(Map.of());"""
          .formatted(
              handle,
              name,
              TaskFit.LAMBDA_INVOKE.fits(request.resource()) ? "returnsPayload" : "returns");
    }
    return """
        Nobody sends the token of this Task. Add to the test:
          %1$s.mock(%2$s).isCalledBackAfter(Duration.ofMinutes(1)).with(Map.of());
        or control the execution manually:
          RunningExecution run = %1$s.start(input).runUntilParked();
          run.token(%2$s).succeed(Map.of());"""
        .formatted(handle, name);
  }
}
