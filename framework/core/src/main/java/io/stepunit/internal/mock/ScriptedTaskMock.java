package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.MockValidation;
import io.stepunit.TaskHandler;
import io.stepunit.internal.aws.AwsSdk;
import io.stepunit.internal.aws.SdkClientHandler;
import io.stepunit.internal.codec.JsonFile;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.mock.AnswerSequence;
import io.stepunit.mock.Outbox;
import io.stepunit.mock.TaskCall;
import io.stepunit.mock.TaskMock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/** Writes what a mocked Task answers into the script of its mock. */
final class ScriptedTaskMock implements TaskMock {
  private final DeclaredMock declaration;
  private final UserJson json;
  private boolean answered;

  ScriptedTaskMock(DeclaredMock declaration, UserJson json) {
    this.declaration = declaration;
    this.json = json;
  }

  @Override
  public TaskMock whenInput(String path, @Nullable Object expected) {
    Objects.requireNonNull(path, "path");
    ValueAt place = ValueAt.compile(path);
    JsonNode value = expected == null ? NullNode.getInstance() : json.codec().toJson(expected);
    return require(new InputCondition.Value(path, place, value));
  }

  @Override
  public TaskMock whenInput(@Nullable Object part) {
    return require(new InputCondition.Part(read(part, "wanted input")));
  }

  @Override
  public TaskMock whenCall(Predicate<TaskCall> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return require(new InputCondition.Test(predicate));
  }

  @Override
  public TaskMock validation(MockValidation mode) {
    Objects.requireNonNull(mode, "mode");
    declaration.validation(mode);
    return this;
  }

  private TaskMock require(InputCondition condition) {
    declaration.require(condition);
    return this;
  }

  @Override
  public AnswerSequence returns(@Nullable Object result) {
    if (result != null && AwsSdk.isResponse(result)) {
      return answers(call -> result);
    }
    JsonNode tree = read(result, "result");
    declaration.results().declared(declaration::code, tree);
    return fixed(AttemptReply.succeeds(tree));
  }

  @Override
  public AnswerSequence returnsFile(String resourceOrPath) {
    Objects.requireNonNull(resourceOrPath, "resourceOrPath");
    return returns(JsonFile.read(resourceOrPath, "result"));
  }

  @Override
  public AnswerSequence returnsFile(Path file) {
    Objects.requireNonNull(file, "file");
    return returns(JsonFile.read(file, "The result '" + file + "'"));
  }

  @Override
  public AnswerSequence returnsPayload(@Nullable Object payload) {
    declaration.require(TaskFit.LAMBDA_INVOKE, "returnsPayload");
    return fixed(AttemptReply.succeeds(LambdaEnvelope.around(read(payload, "payload"))));
  }

  @Override
  public AnswerSequence fails(@Nullable String error, @Nullable String cause) {
    return fixed(AttemptReply.fails(error, cause));
  }

  @Override
  public AnswerSequence answers(Answer answer) {
    Objects.requireNonNull(answer, "answer");
    return computed((request, run) -> run.answer(request, answer));
  }

  @Override
  public AnswerSequence handledBy(TaskHandler handler) {
    Objects.requireNonNull(handler, "handler");
    return computed((request, run) -> run.handle(request, handler));
  }

  @Override
  public AnswerSequence callsClient(SdkClient client) {
    Objects.requireNonNull(client, "client");
    SdkClientHandler handler = SdkClientHandler.of(client);
    return called((request, thrown) -> handler.reply(request));
  }

  @Override
  public AnswerSequence capturedBy(Outbox outbox) {
    Objects.requireNonNull(outbox, "outbox");
    return handledBy(outbox);
  }

  @Override
  public AnswerSequence neverAnswers() {
    return fixed(AttemptReply.silenceForGood());
  }

  @Override
  public AnswerSequence waitsForToken() {
    declaration.require(TaskFit.TOKEN, "waitsForToken");
    return fixed(AttemptReply.silence());
  }

  @Override
  public Callback isCalledBackAfter(Duration delay) {
    Objects.requireNonNull(delay, "delay");
    declaration.require(TaskFit.TOKEN, "isCalledBackAfter");
    declaration
        .script()
        .begin(
            "Say what the callback brings: isCalledBackAfter(…).with(Map.of()), or .failingWith(error, cause).");
    return new ScriptedCallback(ScriptedAnswers.notNegative(delay, "delay of a callback"));
  }

  private JsonNode read(@Nullable Object value, String part) {
    return json.read(value, () -> "The %s of %s".formatted(part, declaration.code()));
  }

  private AnswerSequence fixed(AttemptReply reply) {
    return say(new Step.Source.Fixed(reply));
  }

  private AnswerSequence computed(Step.UserAnswer answer) {
    return say(new Step.Source.Computed(answer, false));
  }

  /** Lets code of ours call the service that the Task calls. */
  AnswerSequence called(AnswerRun.ServiceCall service) {
    return say(new Step.Source.Computed((request, run) -> run.call(request, service), true));
  }

  private AnswerSequence say(Step.Source source) {
    if (answered) {
      throw new IllegalStateException(
          """
          %s already has an answer here. Continue it with then(), thenReturns(…) or thenFails(…); \
          to replace it, make a new mock.\
          """
              .formatted(declaration.code()));
    }
    answered = true;
    declaration.script().add(Step.of(source));
    return new ScriptedAnswers(declaration, json);
  }

  private final class ScriptedCallback implements Callback {
    private final Duration delay;

    private ScriptedCallback(Duration delay) {
      this.delay = delay;
    }

    @Override
    public AnswerSequence with(@Nullable Object output) {
      return returns(output).taking(delay);
    }

    @Override
    public AnswerSequence failingWith(@Nullable String error, @Nullable String cause) {
      return fails(error, cause).taking(delay);
    }
  }
}
