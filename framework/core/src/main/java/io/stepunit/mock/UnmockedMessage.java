package io.stepunit.mock;

import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a test is told when a Task has no answer. */
final class UnmockedMessage {
  private static final int SHOWN_MOCKS = 3;

  private UnmockedMessage() {}

  /** No mock is there for a call. */
  static String noMock(
      String handle,
      AttemptRequest request,
      List<MockDeclaration> mocks,
      Optional<String> serviceCure) {
    return """
        No mock answers the Task %s.

        %s

        %s

        %s"""
        .formatted(
            CallText.task(request),
            CallText.details(request),
            near(request, mocks),
            serviceCure.map(line -> line + "\n").orElse("") + cure(handle, request));
  }

  /** A mock is there, but says no answer at all, or none for so many calls. */
  static String pastTheEnd(MockDeclaration mock, AttemptRequest request, int call) {
    int length = mock.script().length().orElse(0);
    if (length == 0) {
      return """
          The mock of the Task %s says no answer: %s

          %s

          Say one, such as
            %s.returns(Map.of());"""
          .formatted(CallText.task(request), mock, CallText.details(request), mock.code());
    }
    return """
        The mock of the Task %s has no answer for call %d: %s answers %d.%s

        %s

        Continue it with .thenReturns(…) or .thenFails(…), or leave out the last .times(…) to repeat \
        the last answer for ever."""
        .formatted(
            CallText.task(request), call, mock, length, shared(mock), CallText.details(request));
  }

  /** A mock of several Tasks has one sequence for all of them. */
  private static String shared(MockDeclaration mock) {
    List<TaskState> tasks = mock.mockTarget().tasks();
    return tasks.size() == 1
        ? ""
        : " It matches %d Tasks, whose calls count together: %s. For a sequence of its own mock a state by name."
            .formatted(
                tasks.size(),
                tasks.stream().map(TaskState::name).collect(Collectors.joining(", ")));
  }

  private static String near(AttemptRequest request, List<MockDeclaration> mocks) {
    if (mocks.isEmpty()) {
      return "The machine has no mocks.";
    }
    StringBuilder text = new StringBuilder("Mocks that do not match:");
    List<MockDeclaration> nearest =
        mocks.stream().sorted(Comparator.comparingInt(mock -> distance(mock, request))).toList();
    nearest.stream()
        .limit(SHOWN_MOCKS)
        .forEach(mock -> text.append("\n  %s: %s".formatted(mock, mock.whyNot(request))));
    if (nearest.size() > SHOWN_MOCKS) {
      text.append("\n  and %d more".formatted(nearest.size() - SHOWN_MOCKS));
    }
    return text.toString();
  }

  /**
   * Mocks that want another input come first, then mocks of the same state, then those of a
   * resource, then all others as made.
   */
  private static int distance(MockDeclaration mock, AttemptRequest request) {
    MockTarget target = mock.mockTarget();
    if (target.matches(request)) {
      return -1;
    }
    if (target.tasks().stream().anyMatch(task -> task.name().equals(request.state()))) {
      return 0;
    }
    return target.rank() == 0 ? 1 : 2;
  }

  private static String cure(String handle, AttemptRequest request) {
    String name = JavaText.literal(request.state());
    if (!MockDeclaration.waitsForToken(request.resource())) {
      return """
          Add to the test:
            %s.mock(%s).%s(Map.of());"""
          .formatted(handle, name, isLambdaInvoke(request) ? "returnsPayload" : "returns");
    }
    return """
        Nobody sends the token of this Task. Add to the test:
          %1$s.mock(%2$s).isCalledBackAfter(Duration.ofMinutes(1)).with(Map.of());
        or drive the execution by hand:
          RunningExecution run = %1$s.start(input).runUntilParked();
          run.token(%2$s).succeed(Map.of());"""
        .formatted(handle, name);
  }

  private static boolean isLambdaInvoke(AttemptRequest request) {
    return request.resource() instanceof Resource.Service service
        && service.service().equals("lambda")
        && service.action().equals("invoke");
  }
}
