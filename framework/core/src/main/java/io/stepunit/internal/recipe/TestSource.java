package io.stepunit.internal.recipe;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.target.JavaText;
import java.util.List;

/** Writes a recipe as a test method. */
public final class TestSource {
  private static final String INDENT = "  ";

  private final Recipe recipe;
  private final String variable;
  private final StringBuilder source = new StringBuilder();

  private TestSource(Recipe recipe, String variable) {
    this.recipe = recipe;
    this.variable = variable;
  }

  static String of(Recipe recipe, String machine) {
    return new TestSource(recipe, JavaText.variable(machine)).write();
  }

  private String write() {
    String world = recipe.objects().isEmpty() ? "" : ", StepFunctionsEnvironment environment";
    source
        .append("@Test\nvoid ")
        .append(TestName.of(recipe.point()))
        .append("(TestStateMachine ")
        .append(variable)
        .append(world)
        .append(") {\n");
    recipe.objects().forEach(object -> line(object(object)));
    MockSource mocks = new MockSource(variable, INDENT, definition());
    recipe.answers().forEach((state, script) -> line(mocks.of(state, script) + ";"));
    if (!recipe.objects().isEmpty() || !recipe.answers().isEmpty()) {
      line("");
    }
    line("Execution run = %s.run(%s);".formatted(variable, JsonSource.of(recipe.input(), INDENT)));
    line("");
    assertion();
    return source.append("}\n").toString();
  }

  private void line(String text) {
    source.append(text.isEmpty() ? "" : INDENT + text).append('\n');
  }

  /** The statement that puts an object into its bucket. */
  public static String object(ReadObject object) {
    return "environment.bucket(%s).put(%s, %s);"
        .formatted(
            JavaText.literal(object.bucket()),
            JavaText.literal(object.key()),
            JavaText.literal(object.content()));
  }

  private CompiledDefinition definition() {
    return recipe.execution().description().definition();
  }

  private void assertion() {
    line("assertThat(run)" + outcome(recipe.execution()) + reached() + ";");
  }

  /** What a test asserts of the end of the execution. */
  public static String outcome(ExecutionRecord execution) {
    ExecutionStatus status = execution.status();
    String error =
        execution
            .description()
            .error()
            .map(name -> ".hasError(" + JavaText.literal(name) + ")")
            .orElse("");
    return switch (status) {
      case SUCCEEDED -> ".isSucceeded()";
      case FAILED -> ".isFailed()" + error;
      case TIMED_OUT -> ".isTimedOut()";
      case ABORTED, RUNNING -> ".hasStatus(ExecutionStatus." + status + ")";
    };
  }

  private String reached() {
    CoveragePoint point = recipe.point();
    String state = TestName.state(point.state());
    List<StateVisit> visits = recipe.execution().visits(state);
    if (visits.isEmpty()) {
      // The child executions of Map Runs have visits of their own.
      return "";
    }
    boolean once = visits.size() == 1;
    return switch (point.kind()) {
      case CATCHER ->
          once
              ? visit(state, ".wasCaughtBy(" + JavaText.literal(target(point)) + ")")
              : visited(target(point));
      case RETRIER, EXHAUSTED_RETRIER, TIMEOUT, HEARTBEAT ->
          once
              ? visit(state, ".hasAttempts(" + visits.get(0).attempts().size() + ")")
              : visited(state);
      case TRANSITION ->
          ".visitedInOrder(%s, %s)"
              .formatted(JavaText.literal(state), JavaText.literal(target(point)));
      case STATE, CHOICE_RULE, OPERAND, BRANCH, MAP_ITEMS -> visited(state);
    };
  }

  private static String target(CoveragePoint point) {
    return point.target().map(TestName::state).orElse("");
  }

  private static String visit(String state, String requirement) {
    return ".state(%s, visit -> visit%s)".formatted(JavaText.literal(state), requirement);
  }

  private static String visited(String state) {
    return ".visited(" + JavaText.literal(state) + ")";
  }
}
