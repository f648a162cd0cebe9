package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.sweep.Shard;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes an invocation of each combination that a {@link FaultMatrix} asks for. */
final class FaultMatrixExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), FaultMatrix.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    FaultMatrix annotation =
        AnnotationSupport.findAnnotation(context.getTestMethod(), FaultMatrix.class).orElseThrow();
    Settings settings = DeclaredMachine.ofStatic(context);
    StateMachineDefinition definition =
        Definitions.load(
                context, settings.source(), settings.requestValidation(), settings.origin())
            .definition();
    Shard shard = Shards.of(context);
    FaultSelection selection =
        FaultSelection.of(
            annotation, definition, shard, TemplateNames.origin(FaultMatrix.class, context));
    if (selection.size() == 0) {
      return Shards.nothing(shard);
    }
    MatrixRun run = MatrixRun.begin(context, definition, selection);
    return selection
        .all()
        .takeWhile(fault -> run.stop().isEmpty())
        .map(fault -> new Invocation(fault, run, shard));
  }

  /** One combination as an invocation, named after it. */
  private record Invocation(Fault fault, MatrixRun run, Shard shard)
      implements TestTemplateInvocationContext,
          ExecutionCondition,
          BeforeEachCallback,
          LifecycleMethodExecutionExceptionHandler,
          TestExecutionExceptionHandler,
          AfterEachCallback,
          ParameterResolver {
    @Override
    public String getDisplayName(int invocationIndex) {
      return fault.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    /** Combinations that run concurrently are there before the first has ended. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return run.stop()
          .map(ConditionEvaluationResult::disabled)
          .orElseGet(() -> ConditionEvaluationResult.enabled(null));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      TestWorld world = Objects.requireNonNull(TestWorld.of(context));
      world.markGenerated(fault.toString());
      CurrentTest.recording().ifPresent(test -> test.generatedBy("FAULT_MATRIX", shard));
      MachineFaults.of(world.machine().faults()).declare(fault, "@FaultMatrix");
    }

    @Override
    public void handleBeforeEachMethodExecutionException(
        ExtensionContext context, Throwable failure) throws Throwable {
      throw run.failed(fault, failure, executions(context));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
        throws Throwable {
      throw run.failed(fault, failure, executions(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
      if (TestWorld.of(context) != null) {
        run.ended(fault, executions(context), context.getExecutionException());
      }
    }

    private static List<Execution> executions(ExtensionContext context) {
      TestWorld world = TestWorld.of(context);
      return world == null ? List.of() : world.environment().executions();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Fault.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return fault;
    }
  }
}
