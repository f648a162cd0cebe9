package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLambdasTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Globals:
        Function:
          Runtime: java17
          Timeout: 20
          Environment:
            Variables:
              STAGE: test
      Resources:
        OrderMachine:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionSubstitutions:
              ChargeArn: !GetAtt ChargeFunction.Arn
            Definition:
              StartAt: Charge
              States:
                Charge:
                  Type: Task
                  Resource: ${ChargeArn}
                  End: true
        ChargeFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: HANDLER
            Environment:
              Variables:
                TABLE: !Ref OrdersTable
                LIMIT: 100
      """;

  public record Charge(int amount) {}

  public record Paid(int paid, int left) {}

  public static class ChargeHandler implements RequestHandler<Charge, Paid> {
    @Override
    public Paid handleRequest(Charge charge, Context context) {
      return new Paid(charge.amount(), context.getRemainingTimeInMillis());
    }
  }

  public static class StreamedHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      output.write(
          ("[" + new String(input.readAllBytes(), StandardCharsets.UTF_8) + "]")
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Implements nothing of Lambda's: its methods are named. */
  public static class Plain {
    public Map<String, Object> charge(Charge charge) {
      return Map.of("plain", charge.amount());
    }

    public Map<String, Object> refund(Charge charge) {
      return Map.of("never", "called");
    }

    public Map<String, Object> refund(Charge charge, Context context) {
      return Map.of("function", context.getFunctionName());
    }

    public static List<Integer> all(List<Charge> charges) {
      return charges.stream().map(Charge::amount).toList();
    }

    public Map<String, Object> decline(Charge charge) throws IOException {
      throw new IOException("no line to the bank for " + charge.amount());
    }

    public void stream(InputStream input, OutputStream output) throws IOException {
      input.transferTo(output);
    }
  }

  public static class Configured implements RequestHandler<Charge, String> {
    private final String table;

    public Configured(String table) {
      this.table = table;
    }

    @Override
    public String handleRequest(Charge charge, Context context) {
      return table;
    }
  }

  public static class Broken implements RequestHandler<Charge, String> {
    public Broken() {
      throw new IllegalStateException("no table");
    }

    @Override
    public String handleRequest(Charge charge, Context context) {
      return "";
    }
  }

  private static String nested(String name) {
    return TemplateLambdasTest.class.getName() + "$" + name;
  }

  private static TestStateMachine template(String text) {
    return StepFunctionsEnvironment.create().load(DefinitionSource.text("template.yaml", text));
  }

  private static TestStateMachine order(String handler) {
    return template(TEMPLATE.replace("HANDLER", nested(handler)));
  }

  private static String output(TestStateMachine machine, String input) {
    Execution run = machine.run(input);
    return Json.text(run.output().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ChargeHandler", "ChargeHandler::handleRequest"})
  void the_class_that_the_template_names_answers(String handler) {
    TestStateMachine order = order(handler);

    order.lambdas().fromTemplate();

    assertThat(output(order, "{\"amount\": 12}")).isEqualTo("{\"paid\":12,\"left\":20000}");
  }

  @Test
  void streams_are_read_and_written() {
    TestStateMachine order = order("StreamedHandler::handleRequest");

    order.lambdas().fromTemplate();

    assertThat(output(order, "{\"amount\": 12}")).isEqualTo("[{\"amount\":12}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charge | {\"amount\":12} | {\"plain\":12}",
        "refund | {\"amount\":12} | {\"function\":\"ChargeFunction\"}",
        "all | [{\"amount\":1},{\"amount\":2}] | [1,2]",
        "stream | {\"amount\":12} | {\"amount\":12}",
      })
  void a_named_method_answers(String row) {
    String[] parts = row.split(" \\| ");
    TestStateMachine order = order("Plain::" + parts[0]);

    order.lambdas().fromTemplate();

    assertThat(output(order, parts[1])).isEqualTo(parts[2]);
  }

  @Test
  void what_a_named_method_throws_fails_the_task() {
    TestStateMachine order = order("Plain::decline");

    order.lambdas().fromTemplate();

    assertThat(order.run("{\"amount\": 12}").error()).contains("java.io.IOException");
  }

  @Test
  void a_supplier_makes_the_handler_once() {
    TestStateMachine order = order("Configured");
    int[] made = {0};

    order
        .lambdas()
        .made(Configured.class, () -> new Configured("orders-" + ++made[0]))
        .fromTemplate();

    assertThat(output(order, "{}")).isEqualTo("\"orders-1\"");
    assertThat(output(order, "{}")).isEqualTo("\"orders-1\"");
  }

  @Test
  void a_factory_makes_each_handler() {
    TestStateMachine order = order("Configured");

    order.lambdas().madeBy(type -> new Configured(type.getSimpleName())).fromTemplate();

    assertThat(output(order, "{}")).isEqualTo("\"Configured\"");
  }

  @Test
  void a_factory_is_given_the_variables_of_the_template() {
    TestStateMachine order = order("Configured");

    order
        .lambdas()
        .madeWith((type, variables) -> new Configured(variables.toString()))
        .fromTemplate();

    assertThat(output(order, "{}")).isEqualTo("\"{TABLE=${OrdersTable}, LIMIT=100, STAGE=test}\"");
  }

  @Test
  void variables_are_told_with_the_values_of_the_test() {
    TestStateMachine order =
        StepFunctionsEnvironment.create()
            .load(
                DefinitionSource.text("template.yaml", TEMPLATE)
                    .id("OrderMachine")
                    .value("OrdersTable", "orders-test"));

    assertThat(order.lambdas().environmentOf("ChargeFunction"))
        .containsExactly(
            Map.entry("TABLE", "orders-test"),
            Map.entry("LIMIT", "100"),
            Map.entry("STAGE", "test"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.lambdas().environmentOf("ChrgeFunction"))
        .withMessage(
            "The machine's template has no Lambda function 'ChrgeFunction'. Did you mean"
                + " 'ChargeFunction'? It has: ChargeFunction.");
  }

  @Test
  void a_mock_of_the_task_wins() {
    TestStateMachine order = order("Missing");
    order.mock("Charge").returns("{\"mocked\": true}");

    order.lambdas().fromTemplate();

    assertThat(output(order, "{}")).isEqualTo("{\"mocked\":true}");
    order.mocks().verifyUsed();
  }

  @Test
  void a_handler_that_the_test_gives_wins() {
    TestStateMachine order = order("Missing");
    order.lambda("ChargeFunction").handledBy(Map.class, (event, context) -> "given");

    order.lambdas().fromTemplate();

    assertThat(output(order, "{}")).isEqualTo("\"given\"");
    order.mocks().verifyUsed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"charge-live", "ChargeAlias", "ChargeFunctionX"})
  void a_function_is_known_by_its_name_and_by_its_aliases(String reference) {
    TestStateMachine order =
        template(
            """
            {
              "Resources": {
                "Order": {
                  "Type": "AWS::StepFunctions::StateMachine",
                  "Properties": {
                    "DefinitionString": {
                      "Fn::Sub": "{\\"StartAt\\":\\"Charge\\",\\"States\\":{\\"Charge\\":{\\"Type\\":\\"Task\\",\\"Resource\\":\\"arn:aws:states:::lambda:invoke\\",\\"Parameters\\":{\\"FunctionName\\":\\"REFERENCE\\",\\"Payload.$\\":\\"$\\"},\\"OutputPath\\":\\"$.Payload\\",\\"End\\":true}}}"
                    }
                  }
                },
                "ChargeFunctionX": {
                  "Type": "AWS::Lambda::Function",
                  "Properties": {
                    "FunctionName": "charge-live",
                    "Runtime": "java21",
                    "Handler": "HANDLER"
                  }
                },
                "ChargeAlias": {
                  "Type": "AWS::Lambda::Alias",
                  "Properties": { "Name": "live", "FunctionName": { "Ref": "ChargeFunctionX" } }
                }
              }
            }
            """
                .replace(
                    "REFERENCE",
                    reference.equals("charge-live") ? reference : "${" + reference + "}")
                .replace("HANDLER", nested("ChargeHandler")));

    order.lambdas().fromTemplate();

    assertThat(output(order, "{\"amount\": 7}")).isEqualTo("{\"paid\":7,\"left\":3000}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Missing | The class 'io.stepunit.mock.TemplateLambdasTest$Missing' is not on the test's"
            + " class path. Add the module that holds it to the test's dependencies, mend the"
            + " Handler 'io.stepunit.mock.TemplateLambdasTest$Missing', or mock the Task.",
        "Plain | implements neither RequestHandler nor RequestStreamHandler, and the Handler"
            + " 'io.stepunit.mock.TemplateLambdasTest$Plain' names no method of it. Write"
            + " 'io.stepunit.mock.TemplateLambdasTest$Plain::method'.",
        "Plain::chrge | The class 'io.stepunit.mock.TemplateLambdasTest$Plain' has no public method"
            + " 'chrge' that Lambda can call: one with an input, or with an InputStream and an"
            + " OutputStream, each with or without a Context behind it.",
        "Configured | has no public constructor without parameters, which Lambda needs, too. Say"
            + " how it is made: lambdas().made(Configured.class, () -> …).",
        "Broken | threw java.lang.IllegalStateException: no table. The template sets the"
            + " environment variables TABLE, LIMIT, STAGE, which no code can set for its own"
            + " process",
      })
  void code_that_cannot_run_is_told_when_it_is_called(String row) {
    String[] parts = row.split(" \\| ");
    TestStateMachine order = order(parts[0]);

    order.lambdas().fromTemplate();

    assertThatExceptionOfType(MockAnswerError.class)
        .isThrownBy(() -> order.run("{}"))
        .withMessageContaining("The function 'ChargeFunction' (template.yaml:22)")
        .withMessageContaining(parts[1]);
  }

  @Test
  void a_function_of_another_runtime_is_to_be_mocked() {
    TestStateMachine order = template(TEMPLATE.replace("java17", "python3.12"));

    order.lambdas().fromTemplate();

    assertThatExceptionOfType(MockAnswerError.class)
        .isThrownBy(() -> order.run("{}"))
        .withMessageContaining(
            "The function 'ChargeFunction' (template.yaml:22) runs on python3.12, and StepUnit runs"
                + " handlers of Java only. Mock the Task.");
  }

  @Test
  void a_function_of_an_image_is_to_be_mocked() {
    TestStateMachine order = template(TEMPLATE.replace("Handler: HANDLER", "PackageType: Image"));

    order.lambdas().fromTemplate();

    assertThatExceptionOfType(MockAnswerError.class)
        .isThrownBy(() -> order.run("{}"))
        .withMessageContaining("has no Handler, as a function of an image has none.");
  }

  @Test
  void a_supplied_object_of_another_class_is_refused() {
    TestStateMachine order = order("ChargeHandler");

    order.lambdas().madeBy(type -> "charge").fromTemplate();

    assertThatExceptionOfType(MockAnswerError.class)
        .isThrownBy(() -> order.run("{}"))
        .withMessageContaining("The test gave a java.lang.String as the handler");
  }

  @Test
  void without_a_template_there_is_nothing_to_run() {
    TestStateMachine charge = Machines.charge("arn:aws:lambda:us-east-1:123456789012:function:c");

    assertThatIllegalStateException()
        .isThrownBy(() -> charge.lambdas().fromTemplate())
        .withMessageContaining("comes from no template that deploys Lambda functions");
  }

  @Test
  void a_machine_that_calls_no_function_of_its_template_is_told_so() {
    TestStateMachine order =
        template(TEMPLATE.replace("!GetAtt ChargeFunction.Arn", "arn:aws:states:::sns:publish"));

    assertThatIllegalStateException()
        .isThrownBy(() -> order.lambdas().fromTemplate())
        .withMessageContaining(
            "calls a Lambda function of its template. The template has: ChargeFunction.");
  }

  @Test
  void a_function_whose_properties_cannot_be_read_is_no_problem_of_the_machine() {
    TestStateMachine order =
        template(
            TEMPLATE
                .replace("Handler: HANDLER", "Handler: !If [IsProd, a.A, b.B]")
                .replace("LIMIT: 100", "LIMIT: { nested: object }"));

    assertThat(order.lambdas().environmentOf("ChargeFunction")).containsOnlyKeys("TABLE", "STAGE");
  }
}
