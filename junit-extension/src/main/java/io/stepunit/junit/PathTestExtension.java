package io.stepunit.junit;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.path.PathSearch;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.path.MachinePaths;
import io.stepunit.path.MachinePaths.Missing;
import io.stepunit.path.PathCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes an invocation of each path of the class's machine, for a {@link PathTest}. */
final class PathTestExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), PathTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    PathTest annotation =
        AnnotationSupport.findAnnotation(context.getTestMethod(), PathTest.class).orElseThrow();
    String origin = TemplateNames.origin(PathTest.class, context);
    refuseWrongUse(annotation, context, origin);
    MachinePaths paths = paths(context, annotation.loops());
    refuseSolved(annotation, paths, origin);
    Shard shard = Shards.of(context);
    List<TestTemplateInvocationContext> all = new ArrayList<>();
    paths.cases().forEach(path -> all.add(new Taken(path, shard)));
    paths.missing().forEach(each -> all.add(new NotTaken(each, isKnown(annotation, each), origin)));
    List<TestTemplateInvocationContext> mine = shard.of(all);
    return mine.isEmpty() ? Shards.nothing(shard) : mine.stream();
  }

  private static void refuseWrongUse(PathTest annotation, ExtensionContext context, String origin) {
    if (annotation.loops() < 0) {
      throw new ExtensionConfigurationException(
          "%s allows %s loops; expected 0 or more.".formatted(origin, annotation.loops()));
    }
    boolean takesPath =
        Arrays.asList(context.getRequiredTestMethod().getParameterTypes()).contains(PathCase.class);
    if (!takesPath) {
      throw new ExtensionConfigurationException(
          "%s takes no PathCase, so that it does not know its path. Let it be %s(PathCase path, TestStateMachine machine), and begin it with path.run(machine)."
              .formatted(origin, context.getRequiredTestMethod().getName()));
    }
  }

  private static boolean isKnown(PathTest annotation, Missing missing) {
    return List.of(annotation.unsolved()).contains(missing.transition());
  }

  /** What was solved meanwhile would otherwise be missed when it is lost again. */
  private static void refuseSolved(PathTest annotation, MachinePaths paths, String origin) {
    List<String> missing = paths.missing().stream().map(Missing::transition).toList();
    for (String known : annotation.unsolved()) {
      if (!missing.contains(known)) {
        throw new ExtensionConfigurationException(
            "%s sets unsolved = \"%s\", which is not missing. Remove it.%s"
                .formatted(
                    origin,
                    known,
                    missing.isEmpty()
                        ? ""
                        : new KnownNames("Missing are", missing).hintFor(known)));
      }
    }
  }

  /** The methods of a class ask for the same paths. */
  private static MachinePaths paths(ExtensionContext context, int loops) {
    Settings settings = DeclaredMachine.ofStatic(context);
    LoadedMachine machine =
        Definitions.load(
            context, settings.source(), settings.requestValidation(), settings.origin());
    Key key =
        new Key(
            machine.definition(),
            settings.type().or(machine::type).orElse(WorkflowType.STANDARD),
            settings.startTime().orElse(StepFunctionsEnvironment.DEFAULT_START),
            loops);
    return Stores.onceForAll(
        context,
        key,
        MachinePaths.class,
        () -> PathSearch.of(key.definition(), key.type(), key.start()).paths(loops));
  }

  private record Key(
      StateMachineDefinition definition, WorkflowType type, Instant start, int loops) {}

  /** A path as an invocation, named after it. */
  private record Taken(PathCase path, Shard shard)
      implements TestTemplateInvocationContext,
          BeforeEachCallback,
          AfterTestExecutionCallback,
          ParameterResolver {
    @Override
    public String getDisplayName(int invocationIndex) {
      return path.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      world(context).markGenerated(path.name());
      CurrentTest.recording().ifPresent(test -> test.generatedBy("PATHS", shard));
    }

    /** A test that runs nothing holds nothing. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
      boolean hasRun = !world(context).environment().executions().isEmpty();
      if (!hasRun && context.getExecutionException().isEmpty()) {
        throw new AssertionError(
            "The test did not run its path. Begin it with path.run(machine), or with path.mock(machine) and an execution of its own.");
      }
    }

    private static TestWorld world(ExtensionContext context) {
      return Objects.requireNonNull(TestWorld.of(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PathCase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return path;
    }
  }

  /** A transition that no path takes, as an invocation that fails, or is skipped if it is known. */
  private record NotTaken(Missing missing, boolean isKnown, String origin)
      implements TestTemplateInvocationContext, ExecutionCondition, BeforeEachCallback {
    @Override
    public String getDisplayName(int invocationIndex) {
      return missing.transition() + " (no path found)";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return isKnown
          ? ConditionEvaluationResult.disabled("No path takes it, which is known. " + missing)
          : ConditionEvaluationResult.enabled(null);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      throw new PathNotFoundError(
          """
          No path was found that takes %s
          Write a test of your own for it, and name it here: @PathTest(unsolved = "%s") (%s)"""
              .formatted(missing, missing.transition(), origin));
    }
  }
}
