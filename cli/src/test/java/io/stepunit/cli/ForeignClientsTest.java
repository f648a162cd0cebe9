package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Clients of other languages drive {@code serve} from the creation of a machine to its deletion. An
 * optional check: it runs where the client is installed.
 */
class ForeignClientsTest {
  private static final List<String> WALK =
      List.of(
          "created approval",
          "approved SUCCEEDED kim",
          "stopped ABORTED Cancelled",
          "history 12 events of 3 a page: True",
          "page True",
          "listed first,second",
          "worker 7",
          "ordered {\"picked\": true}",
          "refused StateMachineDoesNotExist",
          "deleted DELETING");

  @Test
  void boto3() throws Exception {
    String python = System.getProperty("stepunit.python", "python3");
    assumeRuns(
        "boto3 is not there: pip install boto3, or name a Python that has it by"
            + " -Dstepunit.python=…",
        python,
        "-c",
        "import boto3");

    assertThat(walk(python, "boto3_walk.py")).isEqualTo(WALK);
  }

  @Test
  void the_SDK_for_JavaScript() throws Exception {
    String node = System.getProperty("stepunit.node", "node");
    assumeRuns(
        "The SDK is not there: npm install @aws-sdk/client-sfn, and name its node_modules by the"
            + " variable NODE_PATH",
        node,
        "-e",
        "require.resolve('@aws-sdk/client-sfn')");

    assertThat(walk(node, "sdk_walk.cjs")).isEqualTo(WALK);
  }

  @Test
  void the_AWS_CLI() throws Exception {
    String aws = System.getProperty("stepunit.aws", "aws");
    assumeRuns(
        "The AWS CLI is not there: install it, or name it by -Dstepunit.aws=…", aws, "--version");
    assumeRuns("There is no shell", "sh", "-c", "true");

    assertThat(walk("sh", "aws_walk.sh")).isEqualTo(WALK);
  }

  private static void assumeRuns(String otherwise, String... command) throws Exception {
    boolean runs;
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      runs = process.waitFor() == 0;
    } catch (IOException absent) {
      runs = false;
    }
    assumeTrue(runs, otherwise);
  }

  /** Lets a script drive a server, and returns the lines that it prints. */
  private static List<String> walk(String program, String script) throws Exception {
    try (ServedCommand serve =
        ServedCommand.start(
            "--definitions",
            file("order.asl.json"),
            "--mock-config",
            file("MockConfigFile.json"))) {
      ProcessBuilder process =
          new ProcessBuilder(
                  program, file(script), serve.uri().toString(), file("approval.asl.json"))
              .redirectErrorStream(true);
      process.environment().put("AWS", System.getProperty("stepunit.aws", "aws"));
      process.environment().put("NODE_NO_WARNINGS", "1");
      process
          .environment()
          .keySet()
          .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
      Process running = process.start();
      String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(running.waitFor(60, TimeUnit.SECONDS)).as(printed).isTrue();
      return new ArrayList<>(printed.lines().toList());
    }
  }

  private static String file(String name) throws Exception {
    return Path.of(
            Objects.requireNonNull(ForeignClientsTest.class.getResource("foreign/" + name), name)
                .toURI())
        .toString();
  }
}
