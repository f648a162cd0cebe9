package io.stepunit.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.explore.Exploration;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.TerminalColours;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run FILE --automatic}: runs a machine whose Tasks all succeed by themselves. */
@Command(
    name = "run",
    description = {
      "Runs a machine in virtual time, with made-up results.",
      "With --input once; without it, repeatedly with inputs and results derived from what it",
      "reads, and reports which states were reached."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(paramLabel = "FILE", description = "A definition or a template.")
  private Path file = Path.of("");

  @Mixin private SourceOptions options = new SourceOptions();

  @Option(
      names = "--automatic",
      description = "Every Task succeeds with a plausible result. Needed: there are no mocks here.")
  private boolean automatic;

  @Option(names = "--input", paramLabel = "JSON", description = "The input of one execution.")
  private Optional<String> input = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--strict",
      description = "A state that was not reached counts as an error for the exit code.")
  private boolean strict;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!automatic) {
      throw new IllegalArgumentException(
          "run has no mocks to answer Tasks; add --automatic to let every Task succeed");
    }
    TestStateMachine machine = StepFunctionsEnvironment.create().load(options.source(file));
    PrintWriter out = spec.commandLine().getOut();
    int code = input.isPresent() ? once(machine, input.get(), out) : explore(machine, out);
    out.flush();
    return code;
  }

  private int once(TestStateMachine machine, String json, PrintWriter out) {
    machine.mocks().automatic();
    Execution run = machine.run(json);
    out.println(format == Format.JSON ? Printable.json(run.historyJson()) : timeline(run));
    return run.status() == ExecutionStatus.SUCCEEDED ? StepUnitCommand.FINE : StepUnitCommand.WRONG;
  }

  private static String timeline(Execution run) {
    List<String> lines = run.timeline().folded().lines();
    return CommandLine.Help.Ansi.AUTO.enabled()
        ? TerminalColours.of(lines)
        : String.join("\n", lines);
  }

  private int explore(TestStateMachine machine, PrintWriter out) {
    Exploration exploration = machine.explore();
    out.println(
        format == Format.JSON
            ? Printable.json(Json.pretty(json(exploration)))
            : exploration.toString());
    boolean works = !exploration.executions(ExecutionStatus.SUCCEEDED).isEmpty();
    return works && (exploration.missed().isEmpty() || !strict)
        ? StepUnitCommand.FINE
        : StepUnitCommand.WRONG;
  }

  private static ObjectNode json(Exploration exploration) {
    ObjectNode json = Json.NODES.objectNode();
    ArrayNode executions = json.putArray("executions");
    for (Execution run : exploration.executions()) {
      ObjectNode execution =
          executions
              .addObject()
              .put("status", run.status().name())
              .put("events", run.events().size());
      run.error().ifPresent(error -> execution.put("error", error));
      run.cause().ifPresent(cause -> execution.put("cause", cause));
      execution.set("input", run.input());
    }
    ArrayNode reached = json.putArray("reached");
    exploration.reached().forEach(reached::add);
    ObjectNode missed = json.putObject("missed");
    exploration
        .missed()
        .forEach(
            (state, ways) -> {
              ArrayNode from = missed.putArray(state);
              ways.forEach(from::add);
            });
    return json;
  }
}
