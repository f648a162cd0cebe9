package io.stepunit.cli;

import io.stepunit.Replays;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.sweep.Progress;
import io.stepunit.internal.sweep.ProgressOutput;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.internal.text.Printable;
import io.stepunit.load.DefinitionSource;
import io.stepunit.recording.Masking;
import io.stepunit.recording.RecordingException;
import io.stepunit.recording.ReplayReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay FOLDER FILE}: replays executions on AWS through a changed definition. */
@Command(
    name = "replay",
    description = {
      "Replays executions exported from AWS through a definition: how many go the same way, which",
      "do not, grouped by what changed, and what a thousand cost before and now."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "A folder with histories or log records, and the definition or template.",
        "With --merge: reports that jobs wrote with --json."
      })
  private List<Path> files = new ArrayList<>();

  @Mixin private SourceOptions options = new SourceOptions();

  @Mixin private TypeOption type = new TypeOption();

  @Option(names = "--json", description = "Writes the report as JSON.")
  private boolean json;

  @Option(
      names = "--strict",
      description = "Other data on the same path count as an error for the exit code.")
  private boolean strict;

  @Option(
      names = "--shard",
      paramLabel = "3/8",
      description = "Replays one part of the executions, for one of several jobs.")
  private Optional<String> shard = Optional.empty();

  @Option(names = "--merge", description = "Joins the reports of the jobs.")
  private boolean merge;

  @Mixin private MaskingOptions mask = new MaskingOptions();

  @Option(
      names = "--write",
      paramLabel = "FOLDER",
      description = {
        "Writes masked copies of the files into this new folder, as --mask says;",
        "then the definition can be left out."
      })
  private Optional<Path> copies = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (copies.isPresent()) {
      write(copies.get());
      if (files.size() == 1) {
        return StepUnitCommand.FINE;
      }
    }
    ReplayReport report = merge ? merged() : replayed();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json ? Printable.json(Json.pretty(report.toJson())) : Printable.lines(report.toString()));
    out.flush();
    return isFine(report) ? StepUnitCommand.FINE : StepUnitCommand.WRONG;
  }

  private boolean isFine(ReplayReport report) {
    boolean isEmptyPart =
        shard.isPresent() && report.executions().isEmpty() && report.unreplayed().isEmpty();
    return isEmptyPart || (strict ? report.isAsRecorded() : report.goesTheSameWay());
  }

  private void write(Path folder) {
    Masking masking = mask.masking();
    if (masking.isEmpty() || merge || shard.isPresent()) {
      throw new IllegalArgumentException(
          "--write copies all files and masks them: say what by --mask, such as --mask email,card,"
              + " and leave out --merge and --shard.");
    }
    int written = Replays.of(files.get(0)).maskedBy(masking).copyTo(folder);
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        Printable.line(
            "%s masked %s written to %s"
                .formatted(written, written == 1 ? "file" : "files", folder)));
    err.flush();
  }

  private ReplayReport replayed() {
    if (files.size() != 2) {
      throw new IllegalArgumentException(
          "replay takes a folder with recorded executions and a definition, such as: stepunit replay"
              + " histories/ order.asl.json");
    }
    Shard part = shard.map(text -> Shard.parse(text, "--shard")).orElse(Shard.WHOLE);
    Replays replays =
        Replays.of(files.get(0)).part(part.number(), part.count()).maskedBy(mask.masking());
    PrintWriter err = spec.commandLine().getErr();
    Progress progress =
        new Progress(
            ProgressOutput.of(Optional.empty(), err::println),
            System::nanoTime,
            "executions",
            "go another way",
            OptionalInt.empty());
    try {
      return through(
          replays.observedBy(
              execution -> progress.add(execution.name(), !execution.wentTheSameWay())));
    } finally {
      progress.end();
    }
  }

  /** Where neither a template nor an option says the type, each execution keeps its own. */
  private ReplayReport through(Replays replays) {
    DefinitionSource source = options.source(files.get(1));
    LoadedMachine loaded = source.load();
    Optional<WorkflowType> known = type.type().or(loaded::type);
    return known.isPresent()
        ? replays.through(
            StepFunctionsEnvironment.create()
                .register(loaded.name(), loaded.definition(), known.get()))
        : replays.through(loaded.definition());
  }

  private ReplayReport merged() {
    ReplayReport all = new ReplayReport(List.of(), List.of());
    for (Path file : files) {
      try {
        all = all.and(ReplayReport.ofJson(Files.readString(file, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new RecordingException("The report " + file + " cannot be read: " + e, e);
      } catch (RecordingException e) {
        throw new RecordingException(file + ": " + e.getMessage(), e);
      }
    }
    return all;
  }
}
