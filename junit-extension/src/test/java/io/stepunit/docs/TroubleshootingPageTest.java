package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.catchThrowable;
import static java.util.Map.entry;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What docs/guide/troubleshooting.md shows are the messages that users get. */
class TroubleshootingPageTest {
  private static final Path PAGE = Path.of("..", "docs", "guide", "troubleshooting.md");

  /** A page with one message below each heading of the third level. */
  @TestFactory
  Stream<DynamicTest> the_page_shows_real_messages() {
    return shown().entrySet().stream()
        .map(
            section ->
                DynamicTest.dynamicTest(
                    section.getKey(),
                    () ->
                        assertThat(oneLine(real(section.getKey())))
                            .containsPattern(pattern(section.getValue()))));
  }

  private static Map<String, String> shown() {
    Map<String, String> messages = new LinkedHashMap<>();
    List<String> lines = CodeBlock.linesOf(PAGE);
    for (CodeBlock block : CodeBlock.in(PAGE)) {
      if (block.language().equals("text")) {
        messages.put(headingBefore(lines, block.line()), block.text());
      }
    }
    return messages;
  }

  private static String headingBefore(List<String> lines, int line) {
    return lines.subList(0, line).stream()
        .filter(each -> each.startsWith("### "))
        .reduce((first, last) -> last)
        .orElseThrow()
        .substring("### ".length());
  }

  /** An ellipsis stands for anything. */
  private static Pattern pattern(String message) {
    return Pattern.compile(
        Arrays.stream(oneLine(message).split("…"))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*?")));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String real(String heading) {
    return Objects.requireNonNull(REAL.get(heading), "no test makes the message").get();
  }

  private static final Map<String, Supplier<String>> REAL =
      Map.ofEntries(
          entry("No mock answers a Task", () -> thrown(TroubleshootingPageTest::forgetAMock)),
          entry("A mock was never used", () -> failureOf(UnusedTestCases.class)),
          entry("A state that there is not", () -> thrown(() -> order().mock("Chrage"))),
          entry("No ParameterResolver registered", () -> failureOf(BareTestCases.class)),
          entry("A parameterized test", () -> failureOf(MachineFirstTestCases.class)),
          entry("A static field", () -> failureOf(StaticTestCases.class)),
          entry("The definition is not found", () -> containerFailureOf(NotFoundTestCases.class)),
          entry(
              "A method that AssertJ does not have",
              TroubleshootingPageTest::compiledWithTheAssertThatOfAssertJ),
          entry("It is RUNNING", () -> thrown(TroubleshootingPageTest::assertTooEarly)),
          entry("It cannot end", () -> thrown(() -> approval().start("{}").finish())),
          entry("The same 100 times in a row", () -> thrown(TroubleshootingPageTest::pollForEver)),
          entry(
              "No Task waits for a token",
              () -> thrown(() -> approval().start("{}").token("AwaitApproval"))),
          entry(
              "A result without the envelope of lambda:invoke",
              () -> thrown(() -> lambdaInvoke().mock("Charge").returns(Map.of("paid", true)))),
          entry(
              "A String that is not JSON",
              () -> thrown(() -> order().mock("Charge").returns("done"))),
          entry(
              "A request that the service does not take",
              TroubleshootingPageTest::sendANumberForAString),
          entry(
              "An error that no Retry or Catch handles",
              () -> thrown(TroubleshootingPageTest::failInAnotherCase)),
          entry("A loop that never ends", () -> thrown(TroubleshootingPageTest::askForEver)),
          entry("Inside of an answer", () -> thrown(TroubleshootingPageTest::runInside)),
          entry("Several state machines", () -> thrown(TroubleshootingPageTest::chooseNone)),
          entry(
              "Terraform",
              () -> thrown(() -> DefinitionLoader.fromText("main.tf", "locals {\n}\n"))),
          entry(
              "A mistake in the definition", () -> thrown(TroubleshootingPageTest::misspellTwice)));

  private static String thrown(ThrowingCallable code) {
    return String.valueOf(catchThrowable(code).getMessage());
  }

  private static String failureOf(Class<?> testCases) {
    return TestKit.run(testCases).printedFailures().get(0);
  }

  private static String containerFailureOf(Class<?> testCases) {
    return TestKit.run(testCases).printedContainerFailures().get(0);
  }

  private static TestStateMachine order() {
    URL file = TroubleshootingPageTest.class.getResource("order.asl.json");
    return StepFunctionsEnvironment.create().load(DefinitionSource.url("order.asl.json", file));
  }

  private static TestStateMachine approval() {
    return StepFunctionsEnvironment.create()
        .define(
            "approval",
            """
            {"StartAt": "AwaitApproval", "States": {"AwaitApproval": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
            """);
  }

  private static void pollForEver() {
    TestStateMachine approval = approval();
    SfnClient client = approval.environment().sfnClient();
    String arn =
        client.startExecution(request -> request.stateMachineArn(approval.arn())).executionArn();
    new OrderWatch(client, pause -> {}).awaitEnd(arn);
  }

  private static TestStateMachine define(String definition) {
    return StepFunctionsEnvironment.create().define("order", definition);
  }

  private static TestStateMachine lambdaInvoke() {
    return define(
        """
        {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "charge"}}}}
        """);
  }

  private static void forgetAMock() {
    TestStateMachine order = order();
    order.mock("Charge").returns(Map.of("paid", true));
    order.run(Map.of("id", 7));
  }

  private static void assertTooEarly() {
    TestStateMachine order = order();
    order.mock("Charge").neverAnswers();

    assertThat(order.start("{}").advance(Duration.ZERO).snapshot()).isSucceeded();
  }

  private static String sendANumberForAString() {
    TestStateMachine put =
        define(
            """
            {"StartAt": "Put", "States": {"Put": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::dynamodb:putItem",
              "Parameters": {"TableName": "t", "Item": {"Id": {"S.$": "$.id"}}}}}}
            """);
    put.mock("Put").returns("{}");
    Execution run = put.run(Map.of("id", 1));
    return thrown(() -> assertThat(run).isSucceeded());
  }

  private static void failInAnotherCase() {
    TestStateMachine order =
        define(
            """
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
              "Retry": [{"ErrorEquals": ["Gateway.Busy"]}]}}}
            """);
    order.mock("Charge").fails("Gateway.busy");

    assertThat(order.run("{}")).isSucceeded();
  }

  private static void askForEver() {
    TestStateMachine poll =
        define(
            """
            {"StartAt": "Ask", "States": {
              "Ask": {"Type": "Task", "Next": "Done?",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ask"},
              "Done?": {"Type": "Choice", "Default": "Ask", "Choices": [
                {"Variable": "$.status", "StringEquals": "DONE", "Next": "Done"}]},
              "Done": {"Type": "Succeed"}}}
            """);
    poll.mock("Ask").returns(Map.of("status", "PENDING"));

    assertThat(poll.run("{}")).isSucceeded();
  }

  private static void runInside() {
    TestStateMachine order = order();
    order.mock("Charge").answers(call -> order.run("{}").status().name());
    order.run("{}");
  }

  private static void chooseNone() {
    DefinitionSource.text(
            "shop.yaml",
            """
            Resources:
              Order:
                Type: AWS::StepFunctions::StateMachine
                Properties: {DefinitionString: "{}"}
              Quote:
                Type: AWS::StepFunctions::StateMachine
                Properties: {DefinitionString: "{}"}
            """)
        .load();
  }

  private static void misspellTwice() {
    DefinitionLoader.fromText(
        "order.asl.json",
        """
        {"StartAt": "Charge", "States": {
          "Charge": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
            "Retyr": [],
            "Next": "Shipp"},
          "Ship": {"Type": "Succeed"}}}
        """);
  }

  private static String compiledWithTheAssertThatOfAssertJ() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Wrong.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return """
                import static org.assertj.core.api.Assertions.assertThat;

                class Wrong {
                  void fails(io.stepunit.Execution run) {
                    assertThat(run).isSucceeded();
                  }
                }
                """;
          }
        };
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    compiler.getTask(null, null, problems, List.of("-proc:none"), null, List.of(source)).call();
    return problems.getDiagnostics().stream()
        .map(problem -> problem.getMessage(Locale.ENGLISH))
        .collect(Collectors.joining("\n"));
  }

  @StateMachineTest("order.asl.json")
  static class UnusedTestCases {
    @Test
    void fails(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined", "expired");
      order.mock("Ship").returns(Map.of());

      order.run("{}");
    }
  }

  static class BareTestCases {
    @Test
    void fails(TestStateMachine order) {}
  }

  @StateMachineTest("order.asl.json")
  static class MachineFirstTestCases {
    @ParameterizedTest
    @ValueSource(ints = 7)
    void pays(TestStateMachine order, int amount) {}
  }

  @StateMachineTest("order.asl.json")
  static class StaticTestCases {
    static TestStateMachine order;

    @Test
    void fails() {
      order.run("{}");
    }
  }

  @StateMachineTest("ordr.asl.json")
  static class NotFoundTestCases {
    @Test
    void never_runs() {}
  }
}
