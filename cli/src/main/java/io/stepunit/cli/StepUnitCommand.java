package io.stepunit.cli;

import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.report.data.RecordsException;
import io.stepunit.internal.text.Printable;
import io.stepunit.recording.RecordingException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code stepunit}. Exit codes: 0 all is well, 1 something is wrong with a definition
 * or its coverage, 2 the command cannot be carried out.
 *
 * <pre>
 * java -jar stepunit-cli-0.1.0-all.jar validate template.yaml
 * </pre>
 *
 * @since 0.1.0
 */
@Command(
    name = "stepunit",
    description = {
      "Validates, draws and explores AWS Step Functions state machines, without AWS, replays",
      "executions on AWS through them, writes first tests for them, and serves their API; makes",
      "reports of test runs and checks coverage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ValidateCommand.class,
      GraphCommand.class,
      RunCommand.class,
      ReplayCommand.class,
      InitCommand.class,
      ServeCommand.class,
      ReportCommand.class,
      CheckCommand.class,
      MergeCommand.class,
      MutateCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Success.",
      "1:A definition has problems, executions on AWS go another way, or tests reach too little.",
      "2:The command could not run: a wrong option, a missing file."
    })
public final class StepUnitCommand {
  static final int FINE = 0;
  static final int WRONG = 1;
  static final int UNUSABLE = 2;

  private StepUnitCommand() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(newCommandLine().execute(arguments));
  }

  /** Runs the command, and writes to these instead of the process's streams. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return newCommandLine().setOut(out).setErr(err).execute(arguments);
  }

  private static CommandLine newCommandLine() {
    return new CommandLine(new StepUnitCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(StepUnitCommand::tell);
  }

  /** What is wrong with the user's files is told in a sentence; anything else is a bug of ours. */
  private static int tell(Exception problem, CommandLine command, CommandLine.ParseResult unused)
      throws Exception {
    boolean definition = problem instanceof InvalidDefinitionException;
    if (!definition
        && !(problem instanceof DefinitionNotFoundException)
        && !(problem instanceof RecordsException)
        && !(problem instanceof RecordingException)
        && !(problem instanceof IllegalArgumentException)) {
      throw problem;
    }
    command.getErr().println(Printable.lines(String.valueOf(problem.getMessage())));
    return definition ? WRONG : UNUSABLE;
  }
}
