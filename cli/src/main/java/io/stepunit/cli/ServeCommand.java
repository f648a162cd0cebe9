package io.stepunit.cli;

import io.stepunit.Endpoint;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.mock.MockConfigFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: answers the API over HTTP, as Step Functions Local did. */
@Command(
    name = "serve",
    description = {
      "Answers the API of AWS Step Functions on this machine, as Step Functions Local did: for",
      "boto3, the AWS CLI, SAM and the AWS SDKs of all languages. Runs until Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  /** The properties of the JDK's server that only a process of our own may set. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private static final String LONGEST_REQUEST = "sun.net.httpserver.maxReqTime";
  private static final String LONGEST_REQUEST_SECONDS = "60";

  @Option(
      names = "--port",
      defaultValue = "8083",
      description = "The port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--definitions",
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Definitions, templates, or folders with *.asl.json, *.asl.yaml and *.asl.yml at any",
        "depth. Clients can create more machines."
      })
  private List<Path> definitions = new ArrayList<>();

  @Mixin private SourceOptions options = new SourceOptions();

  @Option(
      names = "--mock-config",
      paramLabel = "FILE",
      defaultValue = "${env:SFN_MOCK_CONFIG}",
      description = {
        "The MockConfigFile.json of Step Functions Local: executions of <machine's ARN>#<test"
            + " case>",
        "have the mocks of that test case. Default: the variable SFN_MOCK_CONFIG."
      })
  private Optional<Path> mockConfig = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "MODE",
      defaultValue = "on-poll",
      converter = TimeMode.Converter.class,
      description = {
        "on-poll: a client that asks again, such as by DescribeExecution, moves time to the next",
        "event. by-hand: only requests to /_stepunit/advance do. real: time passes as it does.",
        "Default: ${DEFAULT-VALUE}."
      })
  private TimeMode time = TimeMode.ON_POLL;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description =
          "With --time real: virtual seconds in a real one, such as 60. Default: ${DEFAULT-VALUE}.")
  private double speed = 1;

  @Option(
      names = "--start-time",
      paramLabel = "INSTANT",
      description = {
        "When virtual time begins, such as 2026-03-29T00:30:00Z.",
        "Default: 2026-01-01T00:00:00Z; with --time real now."
      })
  private Optional<Instant> startTime = Optional.empty();

  @Option(
      names = {"--region", "--aws-region"},
      paramLabel = "REGION",
      defaultValue = StepFunctionsEnvironment.DEFAULT_REGION,
      description = "The region in ARNs. Default: ${DEFAULT-VALUE}.")
  private String region = StepFunctionsEnvironment.DEFAULT_REGION;

  @Option(
      names = {"--account", "--aws-account"},
      paramLabel = "ID",
      defaultValue = StepFunctionsEnvironment.DEFAULT_ACCOUNT,
      description = "The account in ARNs. Default: ${DEFAULT-VALUE}.")
  private String account = StepFunctionsEnvironment.DEFAULT_ACCOUNT;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ServeConsole console = new ServeConsole(spec.commandLine().getOut());
    StepFunctionsEnvironment env = environment(console);
    new ServedMachines(env, options).load(definitions);
    Optional<MockConfigFile> cases = mockConfig.map(MockConfigFile::load);
    cases.ifPresent(env::mockConfig);
    setServerProperties();
    try (Endpoint endpoint = env.endpoint(port).onFault(console::fault)) {
      console.ready(endpoint, time.option(), env, cases);
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return StepUnitCommand.FINE;
  }

  private StepFunctionsEnvironment environment(ServeConsole console) {
    return StepFunctionsEnvironment.builder()
        .region(region)
        .account(account)
        .startTime(startTime.orElseGet(this::defaultStartTime))
        .clientTime(time.asClientTime(speed))
        .failingUnmocked(console::unmocked)
        .lenient()
        .build();
  }

  private Instant defaultStartTime() {
    return time == TimeMode.REAL ? Instant.now() : StepFunctionsEnvironment.DEFAULT_START;
  }

  /** Answers go out at once, and a request that never ends holds no thread for ever. */
  private static void setServerProperties() {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    if (System.getProperty(LONGEST_REQUEST) == null) {
      System.setProperty(LONGEST_REQUEST, LONGEST_REQUEST_SECONDS);
    }
  }
}
