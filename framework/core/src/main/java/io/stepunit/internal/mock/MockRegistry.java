package io.stepunit.internal.mock;

import io.stepunit.JsonCodec;
import io.stepunit.MockValidation;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.explore.AutomaticAnswers;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.target.TaskTarget;
import io.stepunit.internal.target.TaskTargets;
import io.stepunit.mock.HttpMock;
import io.stepunit.mock.LambdaMock;
import io.stepunit.mock.Lambdas;
import io.stepunit.mock.MockAnswerError;
import io.stepunit.mock.MockDeclaration;
import io.stepunit.mock.Mocks;
import io.stepunit.mock.TaskMock;
import io.stepunit.mock.UnmockedTaskError;
import io.stepunit.mock.UserCodeTimeoutError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The mocks of one machine in one environment, which answer its Tasks.
 *
 * <p>Of the mocks that match a call, one by path wins over one by state name, which wins over one
 * by resource; of several of one kind, one that asks for an input wins over one that does not, and
 * then the one made last. The others are not asked, even where the winner has no answer left.
 */
public final class MockRegistry implements Mocks {
  private final TaskTargets targets;
  private final UserCode userCode;
  private final MockValidation validation;
  private final List<DeclaredMock> declarations = new ArrayList<>();
  private final MocksByTarget byTarget = new MocksByTarget();
  private CompiledDefinition definition;
  private @Nullable TaskDispatcher automatic;

  /**
   * @param machine the machine's name, for messages
   * @param definition the machine
   * @param codec turns users' results into JSON
   * @param validation how closely results have to follow the services' answers where a mock does
   *     not say it
   * @param watchdog the real-time limit of users' code, one for the whole environment
   * @param between draws a virtual duration from a range, both ends included
   * @param thrown keeps what users' code throws, for the whole environment
   */
  public MockRegistry(
      String machine,
      CompiledDefinition definition,
      JsonCodec codec,
      MockValidation validation,
      Watchdog watchdog,
      BinaryOperator<Duration> between,
      ThrownLog thrown) {
    this.targets = new TaskTargets(machine, definition);
    this.definition = definition;
    this.validation = validation;
    this.userCode = new UserCode(watchdog, new UserJson(codec), between, thrown);
  }

  /** From now on the machine has another definition. The mocks stay, and answer its Tasks. */
  public void redefine(CompiledDefinition updated) {
    definition = updated;
    targets.redefine(updated);
    if (automatic != null) {
      automatic();
    }
  }

  /** Finds the Tasks of the machine. */
  public TaskTargets targets() {
    return targets;
  }

  /**
   * What stands behind the mocks that a user holds.
   *
   * @throws IllegalArgumentException if somebody else made them
   */
  public static MockRegistry of(Mocks mocks) {
    if (mocks instanceof MockRegistry registry) {
      return registry;
    }
    throw new IllegalArgumentException(
        "The mocks are a %s, which StepUnit did not make. Take those of a machine, by its mocks()."
            .formatted(mocks.getClass().getName()));
  }

  /**
   * Mocks a Task. A later mock of the same Task and inputs takes its place from then on, and starts
   * with its own first answer.
   *
   * @param state the name of a Task state anywhere in the machine, or a path to one: {@code
   *     Lines[3]/Charge} is the Task Charge in the iteration or branch 3, counted from 0, of Lines
   * @param site what messages name as the place of the mock
   * @throws IllegalArgumentException if there is no such Task, naming those that are there
   */
  public TaskMock mock(String state, DeclaredAt site) {
    return declare(targets.state(state), site);
  }

  @Override
  public void automatic() {
    automatic = new AutomaticAnswers(definition);
  }

  /**
   * Mocks all Tasks that call a resource.
   *
   * @param pattern the text of the Resource field; {@code *} stands for any text
   * @param site what messages name as the place of the mock
   * @throws IllegalArgumentException if no Task of the machine calls such a resource
   */
  public TaskMock mockResource(String pattern, DeclaredAt site) {
    return declare(targets.resource(pattern), site);
  }

  /**
   * Mocks all Tasks that call a service, by its optimized or its SDK integration.
   *
   * @param service the service's name in either integration
   * @param site what messages name as the place of the mock
   * @throws IllegalArgumentException if no Task of the machine calls that service
   */
  public TaskMock mockService(String service, DeclaredAt site) {
    return declare(targets.service(service), site);
  }

  /**
   * Lets real code answer all Tasks that call a Lambda function, by its ARN or by {@code
   * lambda:invoke}.
   *
   * @param function the function's name or ARN; with a version or alias ({@code charge-fn:live})
   *     for calls of that one only
   * @param home what ARNs of functions called by name begin with: {@code
   *     arn:aws:lambda:us-east-1:123456789012}
   * @throws IllegalArgumentException if no Task of the machine can call such a function
   * @throws IllegalStateException if aws-lambda-java-core is not on the class path
   */
  public LambdaMock lambda(String function, String home) {
    TaskTarget target = targets.function(function);
    LambdaLibrary.require();
    return new ScriptedLambdaMock(declaration(target), userCode.json(), home);
  }

  /**
   * The Lambda functions of the template that the machine comes from.
   *
   * @param home what ARNs of functions called by name begin with: {@code
   *     arn:aws:lambda:us-east-1:123456789012}
   * @throws IllegalStateException if aws-lambda-java-core is not on the class path
   */
  public Lambdas lambdas(String home) {
    LambdaLibrary.require();
    return new TemplateLambdas(
        definition.functions(), targets::functionsOfTemplate, this::declaration, userCode, home);
  }

  /**
   * Sends the requests of an {@code http:invoke} or {@code apigateway:invoke} Task for real.
   *
   * @param state the state's name or path, as {@link #mock} takes it
   * @throws IllegalArgumentException if there is no such Task
   * @throws IllegalStateException if the Task sends no requests
   */
  public HttpMock http(String state) {
    DeclaredMock declaration = declaration(targets.state(state));
    declaration.require(TaskFit.HTTP, "http");
    declaration.writtenAs("http");
    return new ScriptedHttpMock(
        new ScriptedTaskMock(declaration, userCode.json()), userCode.watchdog().limit());
  }

  /**
   * Answers one attempt of a Task. A callback task or activity without a mock waits for its token
   * in an execution that is driven by hand.
   *
   * <p>Whatever it throws aborts the test: no Retry and no Catch may see it.
   *
   * @throws UnmockedTaskError if no mock has an answer
   * @throws MockAnswerError if the users' code of a mock is broken
   * @throws UserCodeTimeoutError if the users' code of a mock takes too long
   * @throws AssertionError if the users' code of a mock throws it
   */
  public AttemptReply dispatch(AttemptRequest request) {
    return dispatch(request, SimulatedService.NONE, AnswerListener.NONE);
  }

  /**
   * Answers one attempt of a Task like {@link #dispatch(AttemptRequest)}; one without a mock may be
   * answered by what runs in the simulation itself, such as a child execution.
   *
   * @param service is asked where no mock answers
   * @param listener is told where one does
   */
  public AttemptReply dispatch(
      AttemptRequest request, SimulatedService service, AnswerListener listener) {
    return answer(request, service, listener).orElseThrow(() -> unmocked(request, service));
  }

  /** Answers like {@link #dispatch}; empty for a Task that nothing answers. */
  public Optional<AttemptReply> answer(
      AttemptRequest request, SimulatedService service, AnswerListener listener) {
    Optional<DeclaredMock> mock = find(request);
    if (mock.isPresent()) {
      listener.answers(request, mock.get());
      return Optional.of(mock.get().answer(request, userCode, listener));
    }
    Optional<AttemptReply> simulated = service.reply(request);
    if (simulated.isPresent()) {
      return simulated;
    }
    if (automatic != null) {
      return Optional.of(automatic.dispatch(request));
    }
    return request.handDriven() && TaskFit.waitsForToken(request.resource())
        ? Optional.of(AttemptReply.silence())
        : Optional.empty();
  }

  /** What says that nothing answers a Task, and what could. */
  public UnmockedTaskError unmocked(AttemptRequest request, SimulatedService service) {
    return new UnmockedTaskError(
        targets.machine(),
        request.state(),
        UnmockedMessage.noMock(
            targets.variable(), request, nearMisses(request), service.hint(request)));
  }

  /** The mock that answered an attempt, and its line; empty if none did. */
  public Optional<String> answererOf(AttemptRequest request) {
    return find(request).map(DeclaredMock::toString);
  }

  @Override
  public List<MockDeclaration> declarations() {
    return List.copyOf(declarations);
  }

  /**
   * Refuses what is no Task of the machine.
   *
   * @param state a state's name, or a path to one
   * @throws IllegalArgumentException if there is no such Task, naming those that are there
   */
  public void requireTask(String state) {
    targets.state(state);
  }

  @Override
  public void verifyUsed() {
    UnusedMocks.throwIfAny(declarations, List.of());
  }

  private TaskMock declare(TaskTarget target, DeclaredAt site) {
    return new ScriptedTaskMock(declaration(target, site), userCode.json());
  }

  private DeclaredMock declaration(TaskTarget target) {
    return declaration(target, DeclaredAt.caller());
  }

  private DeclaredMock declaration(TaskTarget target, DeclaredAt site) {
    DeclaredMock declaration =
        new DeclaredMock(targets::variable, target, site, validation, this::replacementOf);
    declarations.add(declaration);
    byTarget.add(declaration);
    return declaration;
  }

  private Optional<DeclaredMock> find(AttemptRequest request) {
    return Optional.ofNullable(byTarget.winner(new AskedCall(request, userCode)));
  }

  private Optional<DeclaredMock> replacementOf(DeclaredMock mock) {
    return declarations.stream()
        .skip(declarations.indexOf(mock) + 1L)
        .filter(mock::isReplacedBy)
        .reduce((earlier, later) -> later);
  }

  private List<NearMiss> nearMisses(AttemptRequest request) {
    return declarations.stream()
        .filter(mock -> mock.replacement().isEmpty())
        .map(mock -> mock.nearMiss(request))
        .toList();
  }
}
