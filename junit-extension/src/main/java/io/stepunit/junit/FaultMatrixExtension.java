package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.report.CellOutcome;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.MatrixRecords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
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
    FaultSelection selection =
        FaultSelection.of(annotation, definition, TemplateNames.origin(FaultMatrix.class, context));
    List<Fault> faults = selection.faults();
    FaultSweep sweep = FaultSweep.of(context, definition);
    SweepProgress progress =
        SweepProgress.of(context, context.getRequiredTestMethod().getName(), selection.size());
    Optional<MatrixRecords> records =
        CurrentTest.recording()
            .map(
                template ->
                    new MatrixRecords(
                        template,
                        context.getRequiredTestClass().getName(),
                        context.getDisplayName(),
                        definition,
                        faults));
    Stream<Fault> all =
        annotation.pairs() ? Stream.concat(faults.stream(), selection.pairs()) : faults.stream();
    return all.map(fault -> new Invocation(fault, sweep, progress, records));
  }

  /** One combination as an invocation, named after it. */
  private record Invocation(
      Fault fault, FaultSweep sweep, SweepProgress progress, Optional<MatrixRecords> records)
      implements TestTemplateInvocationContext,
          BeforeEachCallback,
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

    @Override
    public void beforeEach(ExtensionContext context) {
      TestWorld world = Objects.requireNonNull(TestWorld.of(context));
      world.markGenerated(fault.toString());
      CurrentTest.recording().ifPresent(test -> test.generatedBy("FAULT_MATRIX"));
      MachineFaults.of(world.machine().faults()).declare(fault, "@FaultMatrix");
    }

    @Override
    public void afterEach(ExtensionContext context) {
      TestWorld world = TestWorld.of(context);
      if (world != null) {
        List<Execution> executions = world.environment().executions();
        Optional<Throwable> thrown = context.getExecutionException();
        boolean givenUp = thrown.filter(Assumption::isViolated).isPresent();
        boolean unhandled = sweep.add(fault, executions, thrown.isPresent() && !givenUp, progress);
        CellOutcome outcome =
            givenUp
                ? CellOutcome.NOT_APPLICABLE
                : unhandled ? CellOutcome.UNHANDLED : CellOutcome.HELD;
        CurrentTest.recording()
            .ifPresent(
                test -> records.ifPresent(matrix -> matrix.add(test, fault, outcome, executions)));
      }
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
