package io.stepunit.cli;

import io.stepunit.asl.StateMachineDefinition;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code graph FILE}: draws a machine. */
@Command(
    name = "graph",
    description = "Draws a machine: as a Mermaid diagram for a page in Markdown, or as SVG.",
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A definition or a template.")
  private Path file = Path.of("");

  @Mixin private SourceOptions options = new SourceOptions();

  @ArgGroup private Format format = new Format();

  /** At most one of them. */
  private static final class Format {
    @Option(names = "--mermaid", description = "Writes a Mermaid diagram. This is the default.")
    @SuppressWarnings("UnusedVariable") // what is drawn unless --svg is given; it excludes that
    private boolean mermaid;

    @Option(
        names = "--svg",
        description = "Writes an SVG document, light or dark as the reader's system.")
    private boolean svg;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    StateMachineDefinition definition = options.source(file).load().definition();
    spec.commandLine().getOut().print(format.svg ? definition.toSvg() : definition.toMermaid());
    spec.commandLine().getOut().flush();
    return StepUnitCommand.FINE;
  }
}
