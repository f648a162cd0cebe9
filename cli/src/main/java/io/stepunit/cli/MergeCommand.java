package io.stepunit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code merge DATA…}: puts the records of modules and of a CI build's shards in one folder. */
@Command(
    name = "merge",
    description = "Puts the records of several test runs in one folder.",
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder for all records; it must not have any yet.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    int files = data.records().copyTo(output);
    PrintWriter out = spec.commandLine().getOut();
    out.println(files + (files == 1 ? " file" : " files") + " of records copied to " + output);
    out.flush();
    return StepUnitCommand.FINE;
  }
}
