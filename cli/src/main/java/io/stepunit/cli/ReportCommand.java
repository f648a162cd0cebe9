package io.stepunit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report DATA…}: makes the report of test runs. */
@Command(
    name = "report",
    description = "Makes one report, with its exports, from the records of test runs.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "stepunit-report",
      description = "The folder for index.html and the exports. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      data.reported().makeReport(output).forEach(out::println);
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written to " + output + ".", e);
    }
    out.flush();
    return StepUnitCommand.FINE;
  }
}
