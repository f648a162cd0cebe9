package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Fault;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.target.JavaText;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the first test of a machine as a class. */
final class FirstTestSource {
  /** Longer paths are no pleasure to read. */
  private static final int STATES = 12;

  private static final int WIDTH = 80;

  private static final String INDENT = "    ";

  private final Recipe recipe;
  private final Map<String, List<Answer>> others;
  private final FaultRehearsal faults;
  private final TestPlace place;
  private final String variable;

  FirstTestSource(
      Recipe recipe, Map<String, List<Answer>> others, FaultRehearsal faults, TestPlace place) {
    this.recipe = recipe;
    this.others = others;
    this.faults = faults;
    this.place = place;
    this.variable = JavaText.variable(place.machine());
  }

  String write() {
    String members = String.join("\n", members());
    String head = place.packageName().isEmpty() ? "" : "package " + place.packageName() + ";\n\n";
    return head
        + "import static io.stepunit.assertj.StepUnitAssertions.assertThat;\n\n"
        + imports(members)
        + "\n"
        + "/** Made by {@code stepunit init}, for you to change: what the data means, only you"
        + " know. */\n"
        + place.annotation()
        + "\nclass "
        + place.className()
        + " {\n"
        + members
        + "}\n";
  }

  private List<String> members() {
    List<String> members = new ArrayList<>();
    members.add(input());
    if (hasTasks() || !recipe.objects().isEmpty()) {
      members.add(mocks());
    }
    members.add(success());
    if (hasFaults()) {
      members.add(matrix());
    }
    return members;
  }

  private boolean hasTasks() {
    return !recipe.answers().isEmpty() || !others.isEmpty();
  }

  private boolean hasFaults() {
    return hasTasks() && !faults.endless().containsAll(tasks());
  }

  private List<String> tasks() {
    List<String> tasks = new ArrayList<>(recipe.answers().keySet());
    tasks.addAll(others.keySet());
    return tasks;
  }

  private String input() {
    JsonNode input = recipe.input();
    String source = JsonSource.of(input, "  ");
    String type = source.startsWith("Map.of(") ? "Map<String, Object>" : "String";
    return "  private static final " + type + " INPUT = " + source.stripLeading() + ";\n";
  }

  private String mocks() {
    List<String> statements = new ArrayList<>();
    recipe.objects().forEach(object -> statements.add(TestSource.object(object)));
    MockSource source = new MockSource(variable, INDENT, definition());
    recipe.answers().forEach((state, script) -> statements.add(source.of(state, script) + ";"));
    others.forEach((state, script) -> statements.add(source.of(state, script) + ".lenient();"));
    String world = recipe.objects().isEmpty() ? "" : ", StepFunctionsEnvironment environment";
    return method(
        "@BeforeEach", "all_goes_well(TestStateMachine " + variable + world + ")", statements);
  }

  private String success() {
    List<String> path = recipe.execution().path();
    String states =
        path.size() <= STATES
            ? ".hasPath(" + literals(path) + ")"
            : ".visited(" + literals(List.copyOf(recipe.answers().keySet())) + ")";
    String reached =
        path.size() > STATES && recipe.answers().isEmpty() ? "" : "\n        " + states;
    return method(
        "@Test",
        name() + "(TestStateMachine " + variable + ")",
        List.of(
            "Execution run = " + variable + ".run(INPUT);",
            "",
            "assertThat(run)"
                + "\n        "
                + TestSource.outcome(recipe.execution())
                + reached
                + ";"));
  }

  private String name() {
    return TestSource.outcome(recipe.execution()).startsWith(".isSucceeded")
        ? "succeeds"
        : "ends_as_seen";
  }

  private String matrix() {
    List<String> statements = new ArrayList<>();
    statements.add("Execution run = " + variable + ".run(INPUT);");
    statements.add("");
    statements.add("assertThat(run).isEnded();");
    if (faults.once().size() == 1) {
      statements.add(atMostOnce(JavaText.literal(faults.once().get(0))));
    } else if (!faults.once().isEmpty()) {
      statements.add("for (String task : List.of(" + literals(faults.once()) + ")) {");
      statements.add("  " + atMostOnce("task"));
      statements.add("}");
    }
    faults.repeated().forEach((task, fault) -> statements.add(comment(task, fault)));
    return waitingForEver()
        + method(
            "@FaultMatrix" + excluded(),
            "nothing_is_done_twice(TestStateMachine " + variable + ")",
            statements);
  }

  private String atMostOnce(String task) {
    return "assertThat(%s.effects(%s).happened()).hasSizeLessThanOrEqualTo(1);"
        .formatted(variable, task);
  }

  private static String comment(String task, Fault fault) {
    return Printable.line("// %s is done twice by this fault: %s".formatted(task, fault));
  }

  private String waitingForEver() {
    return faults.endless().isEmpty()
        ? ""
        : Printable.line(
                "  // After a fault of these states the execution does not end by itself. Has each"
                    + " a timeout?")
            + "\n";
  }

  private String excluded() {
    if (faults.endless().isEmpty()) {
      return "";
    }
    List<String> states = List.copyOf(faults.endless());
    return "(excludeStates = "
        + (states.size() == 1 ? literals(states) : "{" + literals(states) + "}")
        + ")";
  }

  private static String method(String annotation, String signature, List<String> statements) {
    return statements.stream()
        .map(statement -> statement.isEmpty() ? "\n" : INDENT + statement + "\n")
        .collect(
            Collectors.joining("", "  " + annotation + "\n  void " + signature + " {\n", "  }\n"));
  }

  /** On one line if they fit there. */
  private static String literals(List<String> texts) {
    List<String> literals = texts.stream().map(JavaText::literal).toList();
    String line = String.join(", ", literals);
    return line.length() <= WIDTH
        ? line
        : "\n            " + String.join(",\n            ", literals);
  }

  private CompiledDefinition definition() {
    return recipe.execution().description().definition();
  }

  private String imports(String members) {
    TreeSet<String> names = new TreeSet<>();
    names.add("io.stepunit.Execution");
    names.add("io.stepunit.TestStateMachine");
    names.add("io.stepunit.junit.StateMachineTest");
    names.add("org.junit.jupiter.api.Test");
    Map.of(
            "StepFunctionsEnvironment ", "io.stepunit.StepFunctionsEnvironment",
            "@FaultMatrix", "io.stepunit.junit.FaultMatrix",
            "List.of(", "java.util.List",
            "Map.of(", "java.util.Map",
            "@BeforeEach", "org.junit.jupiter.api.BeforeEach",
            "ExecutionStatus.", "io.stepunit.history.ExecutionStatus")
        .forEach(
            (used, name) -> {
              if (members.contains(used)) {
                names.add(name);
              }
            });
    if (place.type().isPresent()) {
      names.add("io.stepunit.asl.WorkflowType");
    }
    return names.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
  }
}
