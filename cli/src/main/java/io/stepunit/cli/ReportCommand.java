package io.stepunit.cli;

import io.stepunit.internal.report.gate.MutationGate;
import io.stepunit.internal.report.gate.Records;
import io.stepunit.internal.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
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

  @Option(
      names = "--mutants-at-least",
      paramLabel = "PERCENT",
      description = {
        "How many per cent of the mutants tests have to find, those of all modules and CI jobs",
        "together."
      })
  private Optional<Integer> mutantsAtLeast = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Records records = data.reported();
    try {
      records.makeReport(output).forEach(out::println);
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written to " + output + ".", e);
    }
    boolean isPassed = mutantsAtLeast.map(asked -> isFound(asked, records, out)).orElse(true);
    out.flush();
    return isPassed ? StepUnitCommand.FINE : StepUnitCommand.WRONG;
  }

  private static boolean isFound(int atLeast, Records records, PrintWriter out) {
    MutationGate.Verdict verdict = new MutationGate(atLeast).of(records.mutants());
    out.println(Printable.line(verdict.text()));
    return verdict.isPassed();
  }
}
