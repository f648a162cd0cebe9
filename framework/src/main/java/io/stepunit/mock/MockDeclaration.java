package io.stepunit.mock;

import io.stepunit.model.Resource;
import io.stepunit.model.Resource.Pattern;
import io.stepunit.model.TaskState;
import io.stepunit.spi.TaskReply;
import io.stepunit.spi.TaskRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One mock as a test made it. Compared by identity. */
public final class MockDeclaration {
  private final String handle;
  private final MockTarget target;
  private final MockSite site;
  private final Script script = new Script();
  private final Map<String, Integer> callsByExecution = new HashMap<>();

  private boolean used;
  private boolean lenient;
  private @Nullable MockDeclaration replacement;

  /**
   * @param handle the name that a test's variable for the machine would have
   * @param site the line of the test
   */
  MockDeclaration(String handle, MockTarget target, MockSite site) {
    this.handle = handle;
    this.target = target;
    this.site = site;
  }

  /** What is mocked, as the test wrote it: a state, a path, or a pattern of resources. */
  public String target() {
    return target.text();
  }

  /** The line of the test that made it. */
  public MockSite site() {
    return site;
  }

  /** Whether a Task was answered by it. */
  public boolean used() {
    return used;
  }

  /** Whether the test said that it may stay unused. */
  public boolean lenient() {
    return lenient;
  }

  /** The later mock of the same target that took its place. */
  public Optional<MockDeclaration> replacement() {
    return Optional.ofNullable(replacement);
  }

  /**
   * What was mocked and where, for people: {@code mock("Charge") at OrderTest.java:41}. The same
   * line of a test gives the same text in each environment, so that a class can sum up over its
   * tests.
   */
  @Override
  public String toString() {
    return target.code() + " at " + site;
  }

  /** The mock as the test wrote it: {@code order.mock("Charge")}. */
  String code() {
    return handle + "." + target.code();
  }

  MockTarget mockTarget() {
    return target;
  }

  Script script() {
    return script;
  }

  void makeLenient() {
    lenient = true;
  }

  void replaceBy(MockDeclaration later) {
    replacement = later;
  }

  /** Answers one call of a Task that it was found for. */
  TaskReply answer(TaskRequest request, UserCode userCode) {
    used = true;
    int call = callsByExecution.merge(request.execution(), 1, Integer::sum);
    Step step =
        script
            .answerTo(call)
            .orElseThrow(
                () -> new UnmockedTaskError(UnmockedMessage.pastTheEnd(this, request, call)));
    TaskReply reply =
        step.source() instanceof Step.Source.Computed computed
            ? computed.answer().reply(request, new AnswerRun(this, userCode))
            : ((Step.Source.Fixed) step.source()).reply();
    long heartbeats = step.heartbeatsBefore(reply);
    if (heartbeats > Heartbeats.MOST) {
      throw new MockAnswerError(AnswerMessages.tooManyHeartbeats(this, request, heartbeats));
    }
    return step.shape(reply);
  }

  void requireToken(String verb) {
    require(
        MockDeclaration::waitsForToken,
        task ->
            """
            %s(…) does not fit '%s' (%s): its Resource %s neither ends in .waitForTaskToken nor is an \
            activity, so nothing is sent to it while it runs. For an answer that takes time write \
            returns(…).taking(duration)."""
                .formatted(verb, task.name(), task.location(), task.resource().arn()));
  }

  void requireSubmission() {
    require(
        task ->
            task.resource() instanceof Resource.Service service
                && service.pattern() != Pattern.REQUEST_RESPONSE,
        task ->
            """
            submits(…) does not fit '%s' (%s): its Resource %s ends neither in .sync nor in \
            .waitForTaskToken, so the call's own answer is the result. Write returns(…)."""
                .formatted(task.name(), task.location(), task.resource().arn()));
  }

  void requireLambdaInvoke() {
    require(
        task ->
            task.resource() instanceof Resource.Service service
                && service.service().equals("lambda")
                && service.action().equals("invoke")
                && service.pattern() == Pattern.REQUEST_RESPONSE,
        task ->
            """
            returnsPayload(…) does not fit '%s' (%s): its Resource %s is not \
            arn:aws:states:::lambda:invoke, so its result has no envelope. Write returns(…)."""
                .formatted(task.name(), task.location(), task.resource().arn()));
  }

  static boolean waitsForToken(TaskState task) {
    return waitsForToken(task.resource());
  }

  static boolean waitsForToken(Resource resource) {
    return resource instanceof Resource.Activity
        || resource instanceof Resource.Service service
            && service.pattern() == Pattern.WAIT_FOR_TASK_TOKEN;
  }

  private void require(Predicate<TaskState> fits, Function<TaskState, String> message) {
    for (TaskState task : target.tasks()) {
      if (!fits.test(task)) {
        throw new IllegalStateException(message.apply(task));
      }
    }
  }
}
