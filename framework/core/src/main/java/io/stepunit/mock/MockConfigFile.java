package io.stepunit.mock;

import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.load.LocatedJson;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.text.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The mock configuration of Step Functions Local, {@code MockConfigFile.json}.
 *
 * <pre>{@code
 * MockConfigFile file = MockConfigFile.load(Path.of("MockConfigFile.json"));
 * file.testCase("OrderMachine", "RetryPath").mockIn(order::mock);
 * Execution run = order.run(input);
 * }</pre>
 *
 * <p>With JUnit, {@code @MockConfigTest} runs a test for each case. The file:
 *
 * <pre>{@code
 * {
 *   "StateMachines": {
 *     "OrderMachine": {"TestCases": {"RetryPath": {"Charge": "ChargeRetried"}}}
 *   },
 *   "MockedResponses": {
 *     "ChargeRetried": {
 *       "0-1": {"Throw": {"Error": "Lambda.TimeoutException", "Cause": "too slow"}},
 *       "2": {"Return": {"StatusCode": 200, "Payload": {"paid": true}}}
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Numbers count the calls of a state within one execution from 0: retries, loops and iterations
 * of a Map alike. A call past the last number fails the execution with {@code States.Runtime}. See
 * "Using mocked service integrations for testing in Step Functions Local" in the AWS Step Functions
 * Developer Guide.
 *
 * @since 0.1.0
 */
public final class MockConfigFile {
  private final String file;
  private final List<MockConfigCase> cases;

  private MockConfigFile(String file, List<MockConfigCase> cases) {
    this.file = file;
    this.cases = List.copyOf(cases);
  }

  /**
   * Reads a file.
   *
   * @throws MockConfigException if it cannot be read, or is wrong; tells each place
   */
  public static MockConfigFile load(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new MockConfigException(
          "The mock configuration %s could not be read: %s".formatted(file.toAbsolutePath(), e), e);
    }
  }

  /**
   * Reads a text.
   *
   * @param displayName what messages call it
   * @throws MockConfigException if it is wrong; tells each place
   */
  public static MockConfigFile parse(String displayName, String text) {
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(text, "text");
    LocatedNode root;
    try {
      root = LocatedJson.parse(displayName, text);
    } catch (JsonTextException e) {
      throw new MockConfigException(
          "The mock configuration %s:%s is not JSON: %s (column %s)"
              .formatted(displayName, e.line(), e.problem(), e.column()),
          e);
    }
    return new MockConfigFile(displayName, new MockConfigReader(displayName).read(root));
  }

  /** All test cases, in the file's order. */
  public List<MockConfigCase> testCases() {
    return cases;
  }

  /** The machines that have test cases, in the file's order. */
  public List<String> machines() {
    return cases.stream().map(MockConfigCase::machine).distinct().toList();
  }

  /**
   * The test cases of one machine, in the file's order.
   *
   * @throws MockConfigException if it has none; tells which machines there are
   */
  public List<MockConfigCase> testCases(String machine) {
    Objects.requireNonNull(machine, "machine");
    List<MockConfigCase> found =
        cases.stream().filter(testCase -> testCase.machine().equals(machine)).toList();
    if (found.isEmpty()) {
      throw new MockConfigException(
          "The mock configuration '%s' has no test cases of a machine '%s'.%s Machines that have: %s."
              .formatted(file, machine, didYouMean(machine, machines()), listed(machines())));
    }
    return found;
  }

  /**
   * One test case.
   *
   * @throws MockConfigException if there is none; tells which there are
   */
  public MockConfigCase testCase(String machine, String name) {
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(name, "name");
    List<MockConfigCase> ofMachine = testCases(machine);
    List<String> names = ofMachine.stream().map(MockConfigCase::name).toList();
    return ofMachine.stream()
        .filter(testCase -> testCase.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MockConfigException(
                    "The machine '%s' has no test case '%s' in the mock configuration '%s'.%s It has: %s."
                        .formatted(machine, name, file, didYouMean(name, names), listed(names))));
  }

  private static String didYouMean(String written, List<String> known) {
    return Suggestion.of(written, known).asSentence();
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
