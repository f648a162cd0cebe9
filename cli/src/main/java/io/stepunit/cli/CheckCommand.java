package io.stepunit.cli;

import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.gate.Baseline;
import io.stepunit.internal.report.gate.Gate;
import io.stepunit.internal.report.gate.GateResult;
import io.stepunit.internal.report.gate.Thresholds;
import io.stepunit.internal.text.Printable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check DATA…}: fails if tests reach less of the definitions than is asked for. */
@Command(
    name = "check",
    description = "Fails if tests reach less of the definitions than is asked for.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--thresholds",
      paramLabel = "KIND=PERCENT[,…]",
      description = "How much to reach, such as states=100,all=80. Default: everything.")
  private Optional<String> thresholds = Optional.empty();

  @Option(
      names = "--definition",
      paramLabel = "NAME:KIND=PERCENT[,…]",
      description =
          "What is asked of one definition in place of that: its name in the report, its file or a"
              + " pattern of files. May be repeated.")
  private List<String> definitions = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The holes that are allowed, as --write-baseline writes them.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Writes the holes that there are now to this file, and succeeds.")
  private Optional<Path> written = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<DefinitionCoverage> coverage = data.records().coverage();
    PrintWriter out = spec.commandLine().getOut();
    int code = written.isPresent() ? write(written.get(), coverage, out) : check(coverage, out);
    out.flush();
    return code;
  }

  private int check(List<DefinitionCoverage> coverage, PrintWriter out) {
    GateResult result = gate().check(coverage);
    result.lines().forEach(line -> out.println(Printable.line(line)));
    if (result.isPassed()) {
      out.println("Coverage is as asked for in " + count(coverage.size(), "definition") + ".");
    }
    if (result.closed() > 0) {
      out.println(
          "No longer open: %s of the baseline. Write it again with --write-baseline."
              .formatted(count(result.closed(), "hole")));
    }
    return result.isPassed() ? StepUnitCommand.FINE : StepUnitCommand.WRONG;
  }

  private int write(Path file, List<DefinitionCoverage> coverage, PrintWriter out) {
    Baseline today = gate().today(coverage);
    today.write(file);
    out.println(count(today.size(), "hole") + " written to " + file);
    return StepUnitCommand.FINE;
  }

  private Gate gate() {
    return new Gate(
        thresholds.map(Thresholds::parse).orElse(Thresholds.EVERYTHING),
        own(),
        baseline.map(CheckCommand::read).orElse(Baseline.NONE));
  }

  private static Baseline read(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "There is no baseline %s: make it with --write-baseline, or leave --baseline out."
              .formatted(file));
    }
    return Baseline.read(file);
  }

  /** What stands before the last colon is the name. */
  private Map<String, Thresholds> own() {
    Map<String, Thresholds> own = new LinkedHashMap<>();
    for (String each : definitions) {
      int end = each.lastIndexOf(':');
      if (end < 1) {
        throw new IllegalArgumentException(
            "'%s' has no name: write NAME:KIND=PERCENT, such as order:states=90.".formatted(each));
      }
      own.put(each.substring(0, end), Thresholds.parse(each.substring(end + 1)));
    }
    return own;
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
