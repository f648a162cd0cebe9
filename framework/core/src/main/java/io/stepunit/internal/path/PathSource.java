package io.stepunit.internal.path;

import io.stepunit.internal.recipe.JsonSource;
import io.stepunit.internal.recipe.MockSource;
import io.stepunit.internal.recipe.Recipe;
import io.stepunit.internal.recipe.TestName;
import io.stepunit.internal.recipe.TestSource;
import io.stepunit.internal.target.JavaText;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a path as a test method. */
final class PathSource {
  private static final String INDENT = "  ";
  private static final int LONGEST_NAME = 80;

  /** Longer lists of states tell no reader anything. */
  private static final int STATES = 20;

  private final SolvedPath path;
  private final Recipe recipe;
  private final StringBuilder source = new StringBuilder();

  private PathSource(SolvedPath path) {
    this.path = path;
    this.recipe = path.recipe();
  }

  static String of(SolvedPath path) {
    return new PathSource(path).write();
  }

  private String write() {
    String world = recipe.objects().isEmpty() ? "" : ", StepFunctionsEnvironment environment";
    source
        .append("@Test\nvoid ")
        .append(methodName(path.name()))
        .append("(TestStateMachine machine")
        .append(world)
        .append(") {\n");
    recipe.objects().forEach(object -> line(TestSource.object(object)));
    MockSource mocks = new MockSource("machine", INDENT, path.definition());
    recipe.answers().forEach((task, script) -> line(mocks.of(task, script) + ";"));
    if (!recipe.objects().isEmpty() || !recipe.answers().isEmpty()) {
      line("");
    }
    line("Execution run = machine.run(" + JsonSource.of(recipe.input(), INDENT) + ");");
    line("");
    line("assertThat(run)" + TestSource.outcome(recipe.execution()) + states() + ";");
    return source.append("}\n").toString();
  }

  private void line(String text) {
    source.append(text.isEmpty() ? "" : INDENT + text).append('\n');
  }

  private String states() {
    List<String> states = path.states();
    return states.size() > STATES
        ? ".visited(" + JavaText.literal(states.get(states.size() - 1)) + ")"
        : states.stream()
            .map(JavaText::literal)
            .collect(Collectors.joining(", ", ".hasPath(", ")"));
  }

  private static String methodName(String name) {
    String words = TestName.joined(name);
    String cut = words.length() > LONGEST_NAME ? words.substring(0, LONGEST_NAME) : words;
    return "takes_" + cut.replaceAll("_+$", "");
  }
}
