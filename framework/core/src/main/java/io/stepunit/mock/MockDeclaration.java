package io.stepunit.mock;

import io.stepunit.internal.http.HttpTask;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.shape.MockValidation;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
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
  private final Function<MockDeclaration, Optional<MockDeclaration>> replacement;
  private final InputConditions conditions = new InputConditions();
  private final Script script = new Script();
  private final ResultCheck results;
  private final Map<String, Integer> callsByExecution = new HashMap<>();

  private @Nullable MockDeclaration outdone;
  private boolean used;
  private boolean lenient;

  /**
   * @param handle the name that a test's variable for the machine would have
   * @param site the line of the test
   * @param validation how closely results have to follow the services' answers
   * @param replacement finds the later mock of the same calls
   */
  MockDeclaration(
      String handle,
      MockTarget target,
      MockSite site,
      MockValidation validation,
      Function<MockDeclaration, Optional<MockDeclaration>> replacement) {
    this.handle = handle;
    this.target = target;
    this.site = site;
    this.replacement = replacement;
    this.results = new ResultCheck(this, validation);
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

  /** The later mock of the same target and the same inputs that took its place. */
  public Optional<MockDeclaration> replacement() {
    return replacement.apply(this);
  }

  /**
   * What was mocked and where, for people: {@code mock("Charge") at OrderTest.java:41}. The same
   * line of a test gives the same text in each environment, so that a class can sum up over its
   * tests.
   */
  @Override
  public String toString() {
    return target.code() + conditions.code() + " at " + site;
  }

  /** The mock as the test wrote it: {@code order.mock("Charge")}. */
  String code() {
    return handle + "." + target.code() + conditions.code();
  }

  MockTarget mockTarget() {
    return target;
  }

  Script script() {
    return script;
  }

  /** The mock that won over this one, of the last call that both match. */
  Optional<MockDeclaration> outdone() {
    return Optional.ofNullable(outdone);
  }

  /**
   * Notes that another mock answers a call. One with conditions may not want it: it is not asked.
   */
  void loses(AttemptRequest request, MockDeclaration winner) {
    if (winner != this && conditions.isEmpty() && target.matches(request)) {
      outdone = winner;
    }
  }

  void makeLenient() {
    lenient = true;
  }

  InputConditions conditions() {
    return conditions;
  }

  /** From now on only calls are answered that meet this condition, too. */
  void require(InputCondition condition) {
    requireNoAnswer("what the input must be like", "whenInput(…)");
    conditions.add(condition);
  }

  private void requireNoAnswer(String what, String verb) {
    if (!script.isEmpty()) {
      throw new IllegalStateException(
          """
          %s already has an answer: %s stands before it, as in mock(…).%s.returns(…). For other \
          inputs make another mock."""
              .formatted(code(), what, verb));
    }
  }

  /** Whether each call that this mock would answer goes to a later one instead. */
  boolean isReplacedBy(MockDeclaration later) {
    return target.code().equals(later.target.code()) && conditions.areSameAs(later.conditions);
  }

  /** The higher, the more particular. */
  int rank() {
    return 2 * target.rank() + (conditions.isEmpty() ? 0 : 1);
  }

  /** Whether the mock is for this call: its target, and what the input must be like. */
  boolean matches(AttemptRequest request, UserCode userCode) {
    return target.matches(request) && conditions.areMetBy(request, this, userCode);
  }

  /** Why a call that was just asked about is not answered by this mock. */
  String whyNot(AttemptRequest request) {
    return target.matches(request) ? conditions.lastMiss().orElse("") : target.whyNot(request);
  }

  /** Answers one call of a Task that it was found for. */
  AttemptReply answer(AttemptRequest request, UserCode userCode) {
    used = true;
    int call = callsByExecution.merge(request.topExecutionArn(), 1, Integer::sum);
    Step step =
        script
            .answerTo(call)
            .orElseThrow(
                () -> new UnmockedTaskError(UnmockedMessage.pastTheEnd(this, request, call)))
            .drawn(userCode.between());
    AttemptReply reply =
        step.source() instanceof Step.Source.Computed computed
            ? computed.answer().reply(request, new AnswerRun(this, userCode))
            : ((Step.Source.Fixed) step.source()).reply();
    results.answered(request, step.source(), reply);
    long heartbeats = step.heartbeatsBefore(reply);
    if (heartbeats > Heartbeats.MOST) {
      throw new MockAnswerError(AnswerMessages.tooManyHeartbeats(this, request, heartbeats));
    }
    return step.shape(reply);
  }

  ResultCheck results() {
    return results;
  }

  /** From now on results are checked so. */
  void validation(MockValidation mode) {
    requireNoAnswer("how closely results are checked", "validation(…)");
    results.mode(mode);
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

  void requireHttp() {
    require(
        task -> HttpTask.sends(task.resource()),
        task ->
            """
            http(…) does not fit '%s' (%s): its Resource %s is neither arn:aws:states:::http:invoke \
            nor arn:aws:states:::apigateway:invoke, so there is no request to send. Write mock(…)."""
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
