package io.stepunit.junit;

import io.stepunit.Interleaving;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.fault.UnfiredFaultsError;
import io.stepunit.internal.library.Library;
import io.stepunit.internal.mock.UnusedMocks;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.text.StackTraces;
import java.lang.reflect.Method;
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
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test an environment with a state machine: the programmatic form of {@link
 * StateMachineTest}.
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
 * @since 0.1.0
 */
public final class StateMachineExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterEachCallback,
        InvocationInterceptor,
        LifecycleMethodExecutionExceptionHandler,
        ParameterResolver,
        TestExecutionExceptionHandler {

  private final Optional<Settings> programmatic;

  /** For {@link StateMachineTest}. */
  StateMachineExtension() {
    this.programmatic = Optional.empty();
  }

  StateMachineExtension(Settings settings) {
    this.programmatic = Optional.of(settings);
  }

  /**
   * An extension for a definition.
   *
   * @param resource looked for as {@link StateMachineTest#value} says
   */
  public static StateMachineExtensionBuilder load(String resource) {
    return new StateMachineExtensionBuilder(resource);
  }

  /** Fails the class once, instead of each test, if its definition is missing or invalid. */
  @Override
  public void beforeAll(ExtensionContext context) {
    Library.require(Library.values());
    AlwaysHoldsExtension.refuseUnrunnable(context.getRequiredTestClass());
    Settings settings = settings(context);
    Definitions.load(context, settings.source(), settings.requestValidation(), settings.origin());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Library.require(Library.values());
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
      explain(failure, world);
      throw failure;
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw Explanation.of(CollectedFailures.withoutRepetition(failure), context, false);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw Explanation.of(failure, context, false);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw Explanation.of(failure, context, true);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestWorld world = TestWorld.of(context);
    if (world == null) {
      return;
    }
    world.environment().close();
    ExecutionPrint.print(context, world);
    InjectedFields.clear(context, world);
    Optional<Throwable> failure = context.getExecutionException();
    failure.ifPresent(thrown -> tell(thrown, context, world));
    boolean failed = failure.isPresent() || world.hasFailedDynamicTest();
    SharedMocks.of(context).add(context, failed, world.mocksOfTheClass(), world.faultsOfTheClass());
    if (!failed) {
      verify(context, world);
    }
  }

  private static void tell(Throwable failure, ExtensionContext context, TestWorld world) {
    explain(failure, world);
    FailureFiles.attach(context, world);
  }

  /** Nobody reads how a test found a mistake that was put in. */
  private static void explain(Throwable failure, TestWorld world) {
    if (!CurrentTest.triesMutant()) {
      FailureReport.addTo(failure, world);
      StackTraces.pruneAll(failure);
    }
  }

  private static void verify(ExtensionContext context, TestWorld world) {
    try {
      world.environment().verifyAnswers();
      if (!world.acceptsUnused()) {
        refuseUnused(world);
      }
    } catch (AssertionError error) {
      tell(error, context, world);
      throw error;
    }
  }

  private static void refuseUnused(TestWorld world) {
    UnusedMocks.throwIfAny(world.mocksOfTheMethod(), world.environment().executions());
    UnfiredFaultsError.throwIfAny(world.faultsOfTheMethod());
    refuseStubbedInVain(world);
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
                      "\nRemove what the test does not need.")));
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

  /** What the class says of its machine, completed by the configuration parameters. */
  Settings settings(ExtensionContext context) {
    return Stores.once(
        context,
        new SettingsKey(this, context.getRequiredTestClass()),
        Settings.class,
        () ->
            programmatic
                .orElseGet(() -> DeclaredMachine.ofExtended(context))
                .withDefaultsOf(context));
  }

  private record SettingsKey(StateMachineExtension extension, Class<?> testClass) {}
}
