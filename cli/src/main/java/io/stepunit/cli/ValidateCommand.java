package io.stepunit.cli;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.load.DefinitionSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate FILE…}: tells what is wrong with definitions, and what is risky. */
@Command(
    name = "validate",
    description = "Reports errors and warnings in definitions.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  /** How problems are written. */
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Definitions or templates; for a template all machines, unless --id selects one.")
  private List<Path> files = new ArrayList<>();

  @Mixin private SourceOptions options = new SourceOptions();

  @Mixin private TypeOption type = new TypeOption();

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(names = "--strict", description = "Warnings count as errors for the exit code.")
  private boolean strict;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Checked> checked = files.stream().flatMap(file -> check(file).stream()).toList();
    Report report =
        switch (format) {
          case TEXT -> new TextReport();
          case JSON -> new JsonReport();
          case SARIF -> new SarifReport();
        };
    spec.commandLine().getOut().print(report.of(checked));
    spec.commandLine().getOut().flush();
    boolean wrong =
        checked.stream()
            .flatMap(each -> each.problems().stream())
            .anyMatch(problem -> strict || problem.isError());
    return wrong ? StepUnitCommand.WRONG : StepUnitCommand.FINE;
  }

  private List<Checked> check(Path file) {
    DefinitionSource source = options.source(file);
    List<String> ids;
    try {
      ids = options.saysMachine() ? List.of() : source.ids();
    } catch (InvalidDefinitionException e) {
      return List.of(new Checked(file.toString(), e.diagnostics()));
    }
    return ids.isEmpty()
        ? List.of(new Checked(file.toString(), problems(source)))
        : ids.stream().map(id -> new Checked(file + " " + id, problems(source.id(id)))).toList();
  }

  private List<Diagnostic> problems(DefinitionSource source) {
    return type.type().map(source::validateAs).orElseGet(source::validate);
  }

  /**
   * What was found in one machine.
   *
   * @param name the file, and the machine's id if it is in a template
   */
  record Checked(String name, List<Diagnostic> problems) {}

  /** Writes what was found. */
  interface Report {
    String of(List<Checked> checked);
  }
}
