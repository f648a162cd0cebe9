package io.stepunit;

import io.stepunit.asl.RequestValidation;
import io.stepunit.budget.WorkBudget;
import io.stepunit.history.ChildRetention;
import io.stepunit.internal.aws.AwsSdk;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.client.EnvironmentLock;
import io.stepunit.internal.codec.OwnTrees;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.mock.Watchdog;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.time.TimeRange;
import io.stepunit.mock.UnmockedTaskError;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link StepFunctionsEnvironment}.
 *
 * <pre>{@code
 * StepFunctionsEnvironment.builder().seed(7).region("eu-west-1").build()
 * }</pre>
 *
 * @since 0.1.0
 */
public final class EnvironmentBuilder {
  /** Immutable and costly to make: shared by all environments. */
  private static final JsonCodec JACKSON = new JacksonCodec();

  private JsonCodec codec = JACKSON;
  private Duration userCodeLimit = Watchdog.DEFAULT_LIMIT;
  private boolean lenient;
  private UnmockedTasks unmocked = UnmockedTasks.ABORT_THE_TEST;
  private MockValidation mockValidation = MockValidation.STRICT;
  private @Nullable RequestValidation requestValidation;
  private Instant startTime = StepFunctionsEnvironment.DEFAULT_START;
  private long seed = StepFunctionsEnvironment.DEFAULT_SEED;
  private String region = StepFunctionsEnvironment.DEFAULT_REGION;
  private String account = StepFunctionsEnvironment.DEFAULT_ACCOUNT;
  private EngineLimits limits = EngineLimits.AWS;
  private WorkBudgets budgets = WorkBudgets.STANDARD;
  private @Nullable Interleaving interleaving;
  private ChildRetention childRetention = ChildRetention.standard();
  private ClientTime clientTime = ClientTime.onPoll();
  private boolean partOfTest = true;

  EnvironmentBuilder() {}

  /**
   * Sets the virtual time at which the environment starts; 2026-01-01T00:00:00Z by default.
   *
   * @throws IllegalArgumentException if it is not in the years 1 to 9999
   */
  public EnvironmentBuilder startTime(Instant startTime) {
    Objects.requireNonNull(startTime, "startTime");
    this.startTime = TimeRange.checked(startTime, "The start time");
    return this;
  }

  /** Sets the seed for everything random; 42 by default. */
  public EnvironmentBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Sets the real time that user code may take for one answer; 10 seconds by default. */
  public EnvironmentBuilder userCodeLimit(Duration limit) {
    Objects.requireNonNull(limit, "limit");
    this.userCodeLimit = limit;
    return this;
  }

  /**
   * Sets the order of events at the same instant, and durations within ranges; the default order is
   * described in {@code docs/reference/determinism.md}.
   *
   * @param interleaving for this environment alone
   */
  public EnvironmentBuilder interleaving(Interleaving interleaving) {
    Objects.requireNonNull(interleaving, "interleaving");
    this.interleaving = interleaving;
    return this;
  }

  /** Sets the codec that converts objects to JSON and back; Jackson 2 by default. */
  public EnvironmentBuilder jsonCodec(JsonCodec codec) {
    Objects.requireNonNull(codec, "codec");
    this.codec = codec;
    return this;
  }

  /**
   * Sets the AWS region of all ARNs; {@code us-east-1} by default. Those of China and of GovCloud
   * have their own partition: {@code arn:aws-cn:states:cn-north-1:…}.
   */
  public EnvironmentBuilder region(String region) {
    Objects.requireNonNull(region, "region");
    this.region = region;
    return this;
  }

  /** Sets the AWS account of all ARNs, twelve digits. */
  public EnvironmentBuilder account(String account) {
    Objects.requireNonNull(account, "account");
    this.account = account;
    return this;
  }

  /** Accepts unused mocks and faults that never fire. */
  public EnvironmentBuilder lenient() {
    this.lenient = true;
    return this;
  }

  /**
   * Lets a Task that nothing answers fail its execution with {@code States.Runtime}, which no Retry
   * or Catch sees, instead of aborting the test: for an environment whose executions others start,
   * such as clients of an {@link Endpoint}, and that goes on after a failure.
   *
   * <pre>{@code
   * StepFunctionsEnvironment.builder()
   *     .failingUnmocked(task -> log.warn(task.getMessage()))
   *     .build()
   * }</pre>
   *
   * @param told is told of each such Task; the message has the line that is missing
   */
  public EnvironmentBuilder failingUnmocked(Consumer<? super UnmockedTaskError> told) {
    Objects.requireNonNull(told, "told");
    this.unmocked = UnmockedTasks.failTheExecution(told);
    return this;
  }

  /**
   * Sets how strictly mocked results are validated; {@link MockValidation#STRICT} by default, as in
   * TestState.
   */
  public EnvironmentBuilder mockValidation(MockValidation mode) {
    Objects.requireNonNull(mode, "mode");
    this.mockValidation = mode;
    return this;
  }

  /**
   * Sets how the requests of Tasks are checked, in the machines that the environment loads; by
   * default as {@code stepunit.properties} says, or else {@link RequestValidation#STRICT}. A
   * machine that is registered keeps what its definition was loaded with.
   */
  public EnvironmentBuilder requestValidation(RequestValidation mode) {
    Objects.requireNonNull(mode, "mode");
    this.requestValidation = mode;
    return this;
  }

  /**
   * Sets which ended child executions of Distributed Maps are kept; by default all failures and the
   * first thousand of each Map Run.
   */
  public EnvironmentBuilder keepingChildren(ChildRetention childRetention) {
    Objects.requireNonNull(childRetention, "childRetention");
    this.childRetention = childRetention;
    return this;
  }

  /**
   * Sets how much work executions may do before the test is aborted, because they would probably
   * never end.
   *
   * <pre>{@code
   * StepFunctionsEnvironment.builder().budget(WorkBudget.CHAINED_EXECUTIONS, 5_000).build()
   * }</pre>
   *
   * @param amount at least 1
   * @throws IllegalArgumentException if the amount is less than 1
   */
  public EnvironmentBuilder budget(WorkBudget budget, long amount) {
    Objects.requireNonNull(budget, "budget");
    if (amount < 1) {
      throw new IllegalArgumentException(
          "The budget " + budget + " must be at least 1, but is " + amount + ".");
    }
    this.budgets = budgets.with(budget, amount);
    return this;
  }

  /**
   * Lifts limits of the service, to see what would happen without them.
   *
   * <pre>{@code
   * StepFunctionsEnvironment.builder().withoutLimits(ServiceLimit.PAYLOAD_BYTES).build()
   * }</pre>
   */
  public EnvironmentBuilder withoutLimits(ServiceLimit... lifted) {
    Objects.requireNonNull(lifted, "lifted");
    for (ServiceLimit limit : lifted) {
      this.limits = limit.liftedFrom(limits);
    }
    return this;
  }

  /**
   * Sets what calls of clients do to virtual time; {@link ClientTime#onPoll()} by default.
   *
   * <pre>{@code
   * StepFunctionsEnvironment.builder().clientTime(ClientTime.byHand()).build()
   * }</pre>
   */
  public EnvironmentBuilder clientTime(ClientTime mode) {
    Objects.requireNonNull(mode, "mode");
    this.clientTime = mode;
    return this;
  }

  /** Leaves what happens in it out of the test's records and coverage. */
  EnvironmentBuilder apartFromTest() {
    this.partOfTest = false;
    return this;
  }

  /** The environment. */
  public StepFunctionsEnvironment build() {
    EngineSettings settings =
        new EngineSettings(region, account, seed, limits, childRetention, budgets);
    UserJson json = new UserJson(AwsSdk.readBy(OwnTrees.of(codec)));
    EnvironmentLock lock = new EnvironmentLock();
    Simulation simulation =
        new Simulation(
            new Engine(settings, startTime, interleaving == null ? null : interleaving.order()),
            json,
            lock,
            clientTime);
    StepFunctionsEnvironment environment =
        new StepFunctionsEnvironment(
            simulation,
            new MockSettings(mockValidation, new Watchdog(userCodeLimit, lock::waiting), unmocked),
            new DefinitionLoading(Optional.ofNullable(requestValidation)),
            lenient);
    if (partOfTest) {
      CurrentTest.recording()
          .ifPresent(test -> test.add(simulation.recorded(environment, test.makesContracts())));
    }
    return environment;
  }
}
