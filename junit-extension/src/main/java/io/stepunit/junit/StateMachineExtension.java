package io.stepunit.junit;

import io.stepunit.ServiceLimit;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.fault.UnfiredFaultsError;
import io.stepunit.load.DefinitionSource;
import io.stepunit.mock.UnusedMocksError;
import io.stepunit.model.WorkflowType;
import io.stepunit.shape.MockValidation;
import io.stepunit.time.Interleaving;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Gives each test an environment with a state machine: the programmatic form of {@link
 * StateMachineTest}, for settings that are computed.
 *
 * <pre>{@code
 * class OrderTest {
 *   @RegisterExtension
 *   static final StateMachineExtension ORDER =
 *       StateMachineExtension.load("order.asl.json").seed(7).build();
 *
 *   @Test
 *   void ships_paid_orders(TestStateMachine order) { ... }
 * }
 * }</pre>
 *
 * <p>What tests and their classes can take is what {@link StateMachineTest} lists. A class has one
 * machine of its own, by annotation or by extension, not both; further ones by {@link
 * StateMachine}. The extension holds no state: a static one serves tests that run in parallel.
 * Without JUnit, use {@link StepFunctionsEnvironment} directly.
 *
 * @since 0.1
 */
public final class StateMachineExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterEachCallback,
        InvocationInterceptor,
        ParameterResolver {

  private final Optional<Settings> programmatic;

  /** For {@link StateMachineTest}. */
  StateMachineExtension() {
    this.programmatic = Optional.empty();
  }

  private StateMachineExtension(Settings settings) {
    this.programmatic = Optional.of(settings);
  }

  /**
   * An extension for a definition.
   *
   * @param resource looked for as {@link StateMachineTest#value} says
   */
  public static Builder load(String resource) {
    return new Builder(resource);
  }

  /** A definition that is missing or wrong fails the class once, instead of each of its tests. */
  @Override
  public void beforeAll(ExtensionContext context) {
    Settings settings = settings(context);
    Definitions.load(context, settings.source(), settings.origin());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (TestWorld.of(context) != null) {
      throw new ExtensionConfigurationException(
          "%s has two state machines of its own: a @StateMachineTest and a StateMachineExtension, or"
                  .formatted(context.getRequiredTestClass().getName())
              + " two StateMachineExtensions. Keep one; take the other as a parameter or field:"
              + " @StateMachine(\"other.asl.json\") TestStateMachine other");
    }
    InterleavingsExtension.begin(context, order -> begin(context, order));
  }

  private void begin(ExtensionContext context, Optional<Interleaving> order) {
    Settings settings = settings(context).replaying(ReplayExtension.recordingOf(context));
    TestWorld world = TestWorld.create(settings, order, context);
    InjectedFields.fill(context, world);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    TestWorld world = TestWorld.of(context);
    if (world != null) {
      InjectedFields.fillMocks(context, world);
      world.testMethodBegins();
    }
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    TestWorld world = TestWorld.of(context);
    if (world != null) {
      InjectedFields.fillMocks(context, world);
    }
    invocation.proceed();
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext dynamicTest,
      ExtensionContext context)
      throws Throwable {
    TestWorld world = TestWorld.of(context);
    if (world == null) {
      invocation.proceed();
      return;
    }
    if (world.isHandedOut() && Concurrency.isConcurrent(context)) {
      invocation.skip();
      throw Concurrency.sharedByDynamicTests(context);
    }
    try {
      invocation.proceed();
    } catch (Throwable failure) {
      world.dynamicTestFailed();
      FailureReport.addTo(failure, world);
      throw failure;
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestWorld world = TestWorld.of(context);
    if (world == null) {
      return;
    }
    ExecutionPrint.print(context, world);
    InjectedFields.clear(context, world);
    Optional<Throwable> failure = context.getExecutionException();
    failure.ifPresent(thrown -> FailureReport.addTo(thrown, world));
    boolean failed = failure.isPresent() || world.hasFailedDynamicTest();
    SharedMocks.of(context).add(context, failed, world.mocksOfTheClass(), world.faultsOfTheClass());
    if (!failed && !world.acceptsUnused()) {
      refuseUnused(world);
    }
  }

  private static void refuseUnused(TestWorld world) {
    try {
      UnusedMocksError.throwIfAny(world.mocksOfTheMethod());
      UnfiredFaultsError.throwIfAny(world.faultsOfTheMethod());
      refuseStubbedInVain(world);
    } catch (AssertionError error) {
      FailureReport.addTo(error, world);
      throw error;
    }
  }

  private static void refuseStubbedInVain(TestWorld world) {
    List<BoundMock> unused = world.mocksStubbedInVain();
    if (!unused.isEmpty()) {
      throw new AssertionError(
          unused.stream()
              .map(mock -> "  " + mock)
              .collect(
                  Collectors.joining(
                      "\n",
                      "Mockito mocks were stubbed, and no Task called them:\n",
                      "\nTake away what the test does not need.")));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return InjectedParameters.supports(parameter);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return InjectedParameters.resolve(parameter, context);
  }

  private Settings settings(ExtensionContext context) {
    return programmatic.orElseGet(() -> declared(context)).withDefaultsOf(context);
  }

  /**
   * The settings of a class's machine, for what is generated from its definition before there is a
   * test: by annotation, or by an extension in a static field.
   */
  static Settings settingsOf(ExtensionContext context) {
    for (ExtensionContext each = context;
        each.getTestClass().isPresent();
        each = each.getParent().orElseThrow()) {
      Class<?> type = each.getRequiredTestClass();
      for (Field field : extensionFields(type)) {
        Object value =
            ReflectionSupport.tryToReadFieldValue(field, null)
                .getOrThrow(e -> new ExtensionConfigurationException("Cannot read " + field, e));
        if (value instanceof StateMachineExtension extension) {
          return extension.settings(context);
        }
      }
    }
    return annotated(context)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "%s names no state machine before its tests run. Put @StateMachineTest(\"order.asl.json\") on it, or make the field of its StateMachineExtension static."
                        .formatted(context.getRequiredTestClass().getName())))
        .withDefaultsOf(context);
  }

  private static List<Field> extensionFields(Class<?> type) {
    return AnnotationSupport.findAnnotatedFields(
        type,
        RegisterExtension.class,
        field -> field.getType() == StateMachineExtension.class && ModifierSupport.isStatic(field));
  }

  private static Settings declared(ExtensionContext context) {
    return annotated(context)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "%s is extended with StateMachineExtension, but names no state machine. Put"
                            .formatted(context.getRequiredTestClass().getName())
                        + " @StateMachineTest(\"order.asl.json\") on it instead of @ExtendWith."));
  }

  private static Optional<Settings> annotated(ExtensionContext context) {
    for (ExtensionContext each = context;
        each.getTestClass().isPresent();
        each = each.getParent().orElseThrow()) {
      Class<?> type = each.getRequiredTestClass();
      Optional<StateMachineTest> annotation =
          AnnotationSupport.findAnnotation(type, StateMachineTest.class);
      if (annotation.isPresent()) {
        return Optional.of(Settings.of(annotation.get(), type));
      }
    }
    return Optional.empty();
  }

  /**
   * Settings of an extension to be made. What is not said here is taken from the configuration
   * parameters {@code stepunit.startTime}, {@code stepunit.seed}, {@code stepunit.lenient}, {@code
   * stepunit.mockValidation} and {@code stepunit.userCodeLimit}, or else is the environment's own
   * default.
   */
  public static final class Builder {
    private final String resource;
    private String id = "";
    private final List<String> values = new ArrayList<>();
    private Optional<Instant> startTime = Optional.empty();
    private Optional<Long> seed = Optional.empty();
    private boolean lenient;
    private Optional<MockValidation> mockValidation = Optional.empty();
    private Optional<Duration> userCodeLimit = Optional.empty();
    private Optional<WorkflowType> type = Optional.empty();
    private List<ServiceLimit> withoutLimits = List.of();

    private Builder(String resource) {
      this.resource = resource;
    }

    /** Which machine of a template: its logical id, key, address or construct path. */
    public Builder id(String machine) {
      this.id = machine;
      return this;
    }

    /** What a placeholder of the definition stands for, as {@link DefinitionSource#value} says. */
    public Builder value(String placeholder, String value) {
      values.add(placeholder + "=" + value);
      return this;
    }

    /** The virtual time at which each test begins. */
    public Builder startTime(Instant startTime) {
      this.startTime = Optional.of(startTime);
      return this;
    }

    /** The seed of all randomness in a test. */
    public Builder seed(long seed) {
      this.seed = Optional.of(seed);
      return this;
    }

    /** Mocks that are never used are accepted. */
    public Builder lenient() {
      this.lenient = true;
      return this;
    }

    /** How closely the results of mocks have to follow the services' answers. */
    public Builder mockValidation(MockValidation mode) {
      this.mockValidation = Optional.of(mode);
      return this;
    }

    /** The real time that user code may take for one answer. */
    public Builder userCodeLimit(Duration limit) {
      this.userCodeLimit = Optional.of(limit);
      return this;
    }

    /**
     * The type of the machine; by default that of the template, or {@link WorkflowType#STANDARD}.
     */
    public Builder type(WorkflowType type) {
      this.type = Optional.of(type);
      return this;
    }

    /** Limits of the service that do not hold. */
    public Builder withoutLimits(ServiceLimit... lifted) {
      this.withoutLimits = List.of(lifted);
      return this;
    }

    /** The extension, for a {@code @RegisterExtension} field, static or not. */
    public StateMachineExtension build() {
      String origin = "StateMachineExtension.load(\"%s\")".formatted(resource);
      return new StateMachineExtension(
          new Settings(
              new Source(resource, id, List.copyOf(values)),
              origin,
              startTime,
              seed,
              lenient,
              mockValidation,
              userCodeLimit,
              type,
              withoutLimits,
              Optional.empty()));
    }
  }
}
