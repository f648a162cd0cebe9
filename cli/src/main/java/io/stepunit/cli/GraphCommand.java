package io.stepunit.cli;

import io.stepunit.asl.StateMachineDefinition;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code graph FILE}: draws a machine as a Mermaid diagram. */
@Command(
    name = "graph",
    description = "Draws a machine as a Mermaid diagram, for a page in Markdown.",
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A definition or a template.")
  private Path file = Path.of("");

  @Mixin private SourceOptions options = new SourceOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    StateMachineDefinition definition = options.source(file).load().definition();
    spec.commandLine().getOut().print(definition.toMermaid());
    spec.commandLine().getOut().flush();
    return StepUnitCommand.FINE;
  }
}
