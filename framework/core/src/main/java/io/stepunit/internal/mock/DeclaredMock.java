package io.stepunit.internal.mock;

import io.stepunit.MockValidation;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.target.TaskTarget;
import io.stepunit.internal.text.Arn;
import io.stepunit.mock.MockAnswerError;
import io.stepunit.mock.MockDeclaration;
import io.stepunit.mock.UnmockedTaskError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of one mock: its target, its answers and its use. */
final class DeclaredMock implements MockDeclaration {
  private final Supplier<String> handle;
  private final TaskTarget target;
  private final DeclaredAt place;
  private final Function<DeclaredMock, Optional<DeclaredMock>> replacement;
  private final InputConditions conditions = new InputConditions();
  private final Script script = new Script();
  private final ResultCheck results;
  private final Map<String, Integer> callsByExecution = new HashMap<>(2);

  private @Nullable DeclaredMock outdone;
  private Optional<String> verb = Optional.empty();
  private boolean used;
  private boolean lenient;

  /**
   * @param handle the name that a test's variable for the machine would have
   * @param place the line of the test
   * @param validation how closely results have to follow the services' answers
   * @param replacement finds the later mock of the same calls
   */
  DeclaredMock(
      Supplier<String> handle,
      TaskTarget target,
      DeclaredAt place,
      MockValidation validation,
      Function<DeclaredMock, Optional<DeclaredMock>> replacement) {
    this.handle = handle;
    this.target = target;
    this.place = place;
    this.replacement = replacement;
    this.results = new ResultCheck(target.tasks(), validation);
  }

  @Override
  public String target() {
    return target.text();
  }

  @Override
  public String code() {
    return handle.get() + "." + ofTarget() + conditions.code();
  }

  private String ofTarget() {
    return verb.map(verb -> verb + "(" + target.literal() + ")").orElseGet(target::code);
  }

  /** The test does not write {@code mock}. */
  void writtenAs(String other) {
    verb = Optional.of(other);
  }

  @Override
  public String declaredAt() {
    return place.frame();
  }

  @Override
  public boolean used() {
    return used;
  }

  @Override
  public boolean lenient() {
    return lenient;
  }

  @Override
  public Optional<MockDeclaration> replacement() {
    return replacement.apply(this).map(later -> later);
  }

  @Override
  public String whyUnused() {
    if (script.isEmpty()) {
      return "It has no answer.";
    }
    return replacement
        .apply(this)
        .map(later -> "It was replaced at " + later.place + " before any call.")
        .or(
            () ->
                Optional.ofNullable(outdone)
                    .map(winner -> "Each call that it matches was answered by " + winner + "."))
        .orElseGet(conditions::whyUnused);
  }

  /** The same line of a test gives the same text, so that a class can sum up over its tests. */
  @Override
  public String toString() {
    return ofTarget() + conditions.code() + " at " + place;
  }

  Script script() {
    return script;
  }

  /**
   * Notes that another mock answers a call. One with conditions may not want it: it is not asked.
   */
  void loses(AttemptRequest request, DeclaredMock winner) {
    if (winner != this && !used && conditions.isEmpty() && target.matches(request)) {
      outdone = winner;
    }
  }

  boolean hasConditions() {
    return !conditions.isEmpty();
  }

  TaskTarget taskTarget() {
    return target;
  }

  void makeLenient() {
    lenient = true;
  }

  /** From now on only calls are answered that meet this condition, too. */
  void require(InputCondition condition) {
    requireNoAnswer("a condition on the input", "whenInput(…)");
    conditions.add(condition);
  }

  private void requireNoAnswer(String what, String verb) {
    if (!script.isEmpty()) {
      throw new IllegalStateException(
          """
          %s already has an answer: %s comes before it, as in mock(…).%s.returns(…). For other \
          inputs declare another mock.\
          """
              .formatted(code(), what, verb));
    }
  }

  /** Whether each call that this mock would answer goes to a later one instead. */
  boolean isReplacedBy(DeclaredMock later) {
    return target.code().equals(later.target.code()) && conditions.areSameAs(later.conditions);
  }

  /** Whether the mock is for this call: its target, and a condition on the input. */
  boolean matches(AskedCall call) {
    return target.matches(call.request())
        && (conditions.isEmpty() || conditions.areMetBy(call, this));
  }

  /** How near the mock is to a call that it does not answer. */
  NearMiss nearMiss(AttemptRequest request) {
    return target.matches(request)
        ? new NearMiss(toString(), conditions.lastMiss().orElse(""), NearMiss.Nearness.OTHER_INPUT)
        : new NearMiss(toString(), target.whyNot(request), NearMiss.Nearness.of(target, request));
  }

  /**
   * Answers one call of a Task that it was found for.
   *
   * @param listener is told what is assumed
   */
  AttemptReply answer(AttemptRequest request, UserCode userCode, AnswerListener listener) {
    used = true;
    if (script.unfinished().isPresent()) {
      String advice = script.unfinished().get();
      throw unmocked(request, UnmockedMessage.unfinished(toString(), advice, request));
    }
    int call = callsByExecution.merge(request.topExecutionArn(), 1, Integer::sum);
    Step step =
        script
            .answerTo(call)
            .orElseThrow(() -> unmocked(request, noAnswer(request, call)))
            .drawn(userCode.between());
    AttemptReply reply = reply(step, request, userCode);
    long heartbeats = step.heartbeatsBefore(reply);
    if (heartbeats > Heartbeats.MOST) {
      throw new MockAnswerError(
          AnswerMessages.tooManyHeartbeats(toString(), request, heartbeats, Heartbeats.MOST));
    }
    AttemptReply shaped = step.shape(reply);
    if (!step.isReal()) {
      listener.assumed(request, this, shaped);
    }
    return shaped;
  }

  private static UnmockedTaskError unmocked(AttemptRequest request, String message) {
    return new UnmockedTaskError(Arn.nameIn(request.stateMachineArn()), request.state(), message);
  }

  private AttemptReply reply(Step step, AttemptRequest request, UserCode userCode) {
    if (step.source() instanceof Step.Source.Fixed fixed) {
      results.fixed(request, fixed.reply(), this::toString);
      return fixed.reply();
    }
    Step.Source.Computed computed = (Step.Source.Computed) step.source();
    AttemptReply reply = computed.answer().reply(request, new AnswerRun(this::toString, userCode));
    results.computed(request, reply, this::toString);
    return reply;
  }

  private String noAnswer(AttemptRequest request, int call) {
    int length = script.length().orElse(0);
    return length == 0
        ? UnmockedMessage.saysNothing(toString(), code() + exampleOfAnAnswer(), request)
        : UnmockedMessage.pastTheEnd(toString(), length, target.tasks(), request, call);
  }

  private String exampleOfAnAnswer() {
    if (verb.isPresent()) {
      return ".callsServer(\"http://localhost:8080\")";
    }
    return target instanceof TaskTarget.OfFunction
        ? ".handledBy(new Handler())"
        : ".returns(Map.of())";
  }

  ResultCheck results() {
    return results;
  }

  /** From now on results are checked so. */
  void validation(MockValidation mode) {
    requireNoAnswer("the mode of validation", "validation(…)");
    results.mode(mode);
  }

  /**
   * Refuses a verb that does not fit the mocked Tasks.
   *
   * @throws IllegalStateException if one of them is of another kind
   */
  void require(TaskFit fit, String verb) {
    fit.require(verb, target.tasks());
  }
}
