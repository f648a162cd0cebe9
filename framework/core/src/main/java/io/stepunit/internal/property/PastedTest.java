package io.stepunit.internal.property;

import io.stepunit.Fault;
import io.stepunit.Fault.Attempts;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.recipe.JsonSource;
import io.stepunit.internal.recipe.MockSource;
import io.stepunit.internal.recipe.TestSource;
import io.stepunit.internal.target.JavaText;

/** Writes a case that fails as a test method. */
final class PastedTest {
  private static final String INDENT = "  ";

  private final CaseRun run;
  private final String assertion;
  private final String variable;
  private final StringBuilder source = new StringBuilder();

  private PastedTest(CaseRun run, String assertion) {
    this.run = run;
    this.assertion = assertion;
    this.variable = JavaText.variable(run.machine().name());
  }

  static String of(Trial trial, String assertion) {
    return new PastedTest(trial.run(), assertion).write();
  }

  private String write() {
    Case given = run.given();
    boolean isInOrder = !given.order().equals(Case.OWN_ORDER);
    source.append(
        isInOrder ? "@Interleavings(only = " + JavaText.literal(given.order()) + ")" : "@Test");
    source.append("\nvoid counterexample(TestStateMachine ").append(variable);
    source.append(given.objects().isEmpty() ? "" : ", StepFunctionsEnvironment environment");
    source.append(") {\n");
    given.objects().forEach(object -> line(TestSource.object(object)));
    MockSource mocks =
        new MockSource(variable, INDENT, CompiledDefinition.of(run.machine().definition()));
    run.answers().forEach((task, script) -> line(mocks.of(task, script) + ";"));
    given.faults().forEach(fault -> line(source(fault)));
    if (source.charAt(source.length() - 2) != '{') {
      line("");
    }
    line(execution(JsonSource.of(given.input(), INDENT)));
    line("");
    line(assertion);
    return source.append("}\n").toString();
  }

  private void line(String text) {
    source.append(text.isEmpty() ? "" : INDENT + text).append('\n');
  }

  private String execution(String input) {
    return switch (run.given().repeat()) {
      case ONCE -> "%s.run(%s);".formatted(variable, input);
      case TWICE -> "%s.runAtLeastOnce(%s);".formatted(variable, input);
      case TWICE_AT_ONCE -> "%s.runAtLeastOnce(%s, Duration.ZERO);".formatted(variable, input);
      case REDRIVEN -> "%s.redrive(%s.run(%s)).finish();".formatted(variable, variable, input);
    };
  }

  private String source(Fault fault) {
    String verb =
        switch (fault.kind()) {
          case THROTTLED -> "throttled()";
          case REFUSES_PERMISSION -> "refusesPermission()";
          case TIMES_OUT -> "timesOut()";
          case LOSES_REPLY -> "losesReply()";
          case LOSES_CALLBACK -> "losesCallback()";
          default -> "fails(" + JavaText.literal(fault.what()) + ")";
        };
    return variable
        + ".faults().on("
        + JavaText.literal(fault.state())
        + ")."
        + verb
        + calls(fault)
        + ";";
  }

  private String calls(Fault fault) {
    if (fault.attempts() == Attempts.FIRST) {
      return ".first(1)";
    }
    return run.redriven() ? ".first(" + run.fired().getOrDefault(fault, 1) + ")" : "";
  }
}
