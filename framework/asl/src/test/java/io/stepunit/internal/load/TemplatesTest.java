package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.Rule;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private static final String DEFINITION =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {"Type": "Task", "Resource": "${ChargeArn}", "End": true}
        }
      }
      """;

  private static String resource(LoadedMachine machine, String state) {
    State found = CompiledDefinition.of(machine.definition()).findState(state).orElseThrow();
    return ((TaskState) found).resource().arn();
  }

  private static Resource called(LoadedMachine machine, String state) {
    State found = CompiledDefinition.of(machine.definition()).findState(state).orElseThrow();
    return ((TaskState) found).resource();
  }

  private static LoadedMachine yaml(String text) {
    return DefinitionSource.text("template.yaml", text).load();
  }

  private static Diagnostic problem(DefinitionSource source) {
    InvalidDefinitionException refused =
        catchThrowableOfType(source::load, InvalidDefinitionException.class);
    assertThat(refused).as("refused").isNotNull();
    return refused.diagnostics().get(0);
  }

  @Nested
  class Sam {
    private static final String INLINE =
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          OrderMachine:
            Type: AWS::Serverless::StateMachine
            Properties:
              Type: EXPRESS
              DefinitionSubstitutions:
                ChargeArn: !GetAtt ChargeFunction.Arn
              Definition:
                StartAt: Charge
                States:
                  Charge:
                    Type: Task
                    Resource: ${ChargeArn}
                    End: true
        """;

    @Test
    void a_definition_in_the_template_is_loaded_with_its_type_and_substitutions() {
      LoadedMachine order = yaml(INLINE);

      assertThat(order.name()).isEqualTo("OrderMachine");
      assertThat(order.type()).contains(WorkflowType.EXPRESS);
      assertThat(resource(order, "Charge")).isEqualTo("${ChargeFunction.Arn}");
    }

    @Test
    void a_value_of_the_test_stands_in_for_what_deployment_makes() {
      String arn = "arn:aws:lambda:eu-west-1:123456789012:function:charge";

      LoadedMachine order =
          DefinitionSource.text("template.yaml", INLINE).value("ChargeFunction.Arn", arn).load();

      assertThat(resource(order, "Charge")).isEqualTo(arn);
    }

    @Test
    void placeholders_for_what_deployment_makes_are_no_risk_but_forgotten_ones_are() {
      String forgotten = INLINE.replace("Type: Task", "Type: Task\n            TimeoutSeconds: 5");

      assertThat(DefinitionSource.text("template.yaml", forgotten).validate())
          .extracting(Diagnostic::rule)
          .doesNotContain(Rule.OPEN_PLACEHOLDER);
      assertThat(
              DefinitionSource.text("template.yaml", forgotten.replace("${ChargeArn}", "${Chrge}"))
                  .validate())
          .extracting(Diagnostic::rule)
          .contains(Rule.OPEN_PLACEHOLDER);
    }

    @Test
    void a_problem_has_the_line_of_the_template_and_the_pointer_of_the_definition() {
      String broken = INLINE.replace("        End: true", "        Edn: true");

      Diagnostic problem = problem(DefinitionSource.text("template.yaml", broken));

      assertThat(problem.location().file()).isEqualTo("template.yaml");
      assertThat(problem.location().line()).isEqualTo(12);
      assertThat(problem.location().pointer()).isEqualTo("/States/Charge");
    }

    @Test
    void a_file_beside_the_template_is_read_and_its_placeholders_replaced(@TempDir Path folder)
        throws IOException {
      Files.createDirectory(folder.resolve("machines"));
      Files.writeString(folder.resolve("machines/order.asl.json"), DEFINITION);
      Path template =
          Files.writeString(
              folder.resolve("template.yaml"),
              """
              Resources:
                Order:
                  Type: AWS::Serverless::StateMachine
                  Properties:
                    Name: order-machine
                    DefinitionUri: machines/order.asl.json
                    DefinitionSubstitutions:
                      ChargeArn: !Sub arn:${AWS::Partition}:states:::lambda:invoke
              """);

      LoadedMachine order = DefinitionSource.file(template).load();

      assertThat(order.name()).isEqualTo("order-machine");
      assertThat(order.type()).isEmpty();
      assertThat(resource(order, "Charge")).isEqualTo("arn:aws:states:::lambda:invoke");
    }

    @Test
    void a_problem_in_a_file_beside_the_template_has_the_place_there(@TempDir Path folder)
        throws IOException {
      Files.writeString(
          folder.resolve("order.asl.json"),
          """
          {"StartAt": "Rest", "States": {
            "Rest": {"Type": "Wait", "Seconds": ${Wait}, "Ned": true}}}
          """);
      Path template =
          Files.writeString(
              folder.resolve("template.yaml"),
              """
              Resources:
                Order:
                  Type: AWS::Serverless::StateMachine
                  Properties:
                    DefinitionUri: ./order.asl.json
                    DefinitionSubstitutions: {Wait: 1000000}
              """);

      InvalidDefinitionException refused =
          catchThrowableOfType(
              () -> DefinitionSource.file(template).load(), InvalidDefinitionException.class);

      assertThat(refused.diagnostics())
          .extracting(d -> d.location().line() + ":" + d.location().column())
          .contains("2:48");
      assertThat(refused.diagnostics().get(0).location().file())
          .isEqualTo(folder.resolve("order.asl.json").toString());
    }

    @Test
    void a_file_that_is_not_there_is_named_with_the_line_that_asks_for_it(@TempDir Path folder)
        throws IOException {
      Path template =
          Files.writeString(
              folder.resolve("template.yaml"),
              """
              Resources:
                Order:
                  Type: AWS::Serverless::StateMachine
                  Properties:
                    DefinitionUri: nowhere.asl.json
              """);

      Diagnostic problem = problem(DefinitionSource.file(template));

      assertThat(problem.message()).isEqualTo("The file 'nowhere.asl.json' cannot be read");
      assertThat(problem.location().line()).isEqualTo(5);
    }

    @Test
    void a_definition_in_s3_is_refused() {
      Diagnostic problem =
          problem(
              DefinitionSource.text(
                  "template.yaml",
                  """
                  Resources:
                    Order:
                      Type: AWS::Serverless::StateMachine
                      Properties:
                        DefinitionUri: {Bucket: artifacts, Key: order.json}
                  """));

      assertThat(problem.message())
          .isEqualTo("DefinitionUri names an object in S3, which StepUnit does not read");
      assertThat(problem.location().line()).isEqualTo(5);
    }
  }

  @Nested
  class CloudFormation {
    private static final String STRING =
        """
        Parameters:
          Stage: {Type: String, Default: test}
          Names: {Type: CommaDelimitedList, Default: "a, b"}
        Mappings:
          Tables:
            test: {Name: orders-test}
        Conditions:
          IsTest: !Equals [!Ref Stage, test]
        Resources:
          Order:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              StateMachineType: STANDARD
              DefinitionString: !Sub
                - |
                  {
                    "StartAt": "Put",
                    "States": {
                      "Put": {
                        "Type": "Task",
                        "Resource": "arn:${AWS::Partition}:states:::%s",
                        "End": true
                      }
                    }
                  }
                - Action: %s
        """;

    @Test
    void a_definition_within_a_text_is_read() {
      LoadedMachine order = yaml(STRING.formatted("${Action}", "sqs:sendMessage"));

      assertThat(resource(order, "Put")).isEqualTo("arn:aws:states:::sqs:sendMessage");
      assertThat(order.type()).contains(WorkflowType.STANDARD);
    }

    @Test
    void a_problem_within_a_text_has_its_line_and_column_in_the_template() {
      String broken = STRING.formatted("sqs:sendMessage", "x").replace("\"End\"", "\"Enb\"");

      InvalidDefinitionException refused =
          catchThrowableOfType(() -> yaml(broken), InvalidDefinitionException.class);

      assertThat(refused.diagnostics())
          .extracting(d -> d.location().line() + ":" + d.location().column())
          .contains("22:17");
      assertThat(refused).hasMessageContaining("/States/Put/Enb");
    }

    @Test
    void json_that_breaks_off_within_a_text_is_placed_in_the_template() {
      String broken = STRING.formatted("sqs:sendMessage", "x").replace("\"Task\",", "\"Task\"");

      Diagnostic problem = problem(DefinitionSource.text("template.yaml", broken));

      assertThat(problem.location().line()).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "!Ref Stage | test",
          "!Ref Nobody | ${Nobody}",
          "!GetAtt F.Arn | ${F.Arn}",
          "!GetAtt [F, Arn] | ${F.Arn}",
          "!ImportValue net-Arn | ${net-Arn}",
          "!ImportValue {'Fn::Sub': '${Net}-Arn'} | ${Net-Arn}",
          "!Sub '${Stage}-${Other}-${!Kept}' | test-${Other}-${Kept}",
          "!Join [':', [a, !Ref Stage, !Ref 'AWS::Region']] | a:test:us-east-1",
          "!Join ['+', !Ref Names] | a+b",
          "!FindInMap [Tables, !Ref Stage, Name] | orders-test",
          "!FindInMap [Tables, prod, Name] | ${Tables.prod.Name}",
          "!Select [1, [a, b]] | b",
          "!Select ['1', !Split [':', 'a:b:c']] | b",
          "!Select [5, !Split [':', !GetAtt B.Arn]] | ${B.Arn}",
          "!Select [2, !Split [':', !Sub 'a:b:${AWS::Nobody}']] | ${AWS::Nobody}",
          "!If [IsTest, yes, !Ref Stage] | true",
          "!If [IsTest, 'y', !Ref Stage] | y",
          "!Base64 x | eA==",
          "!GetAZs '' | ${Fn::GetAZs}"
        })
    void functions_give_what_is_known_and_readable_placeholders(String function, String value) {
      LoadedMachine order = yaml(passing(function));

      assertThat(comment(order)).isEqualTo(value);
    }

    private String passing(String comment) {
      return STRING.substring(0, STRING.indexOf("Resources"))
          + """
          Resources:
            Order:
              Type: AWS::StepFunctions::StateMachine
              Properties:
                Definition:
                  Comment: !Join ["", [%s]]
                  StartAt: Done
                  States: {Done: {Type: Succeed, Comment: !Ref AWS::NoValue}}
          """
              .formatted(comment);
    }

    private String comment(LoadedMachine machine) {
      return machine.definition().comment().orElseThrow();
    }

    @Test
    void a_condition_that_depends_on_an_unknown_asks_for_its_value() {
      String template = passing("!If [IsTest, a, b]").replace("Default: test", "Description: none");

      Diagnostic problem = problem(DefinitionSource.text("template.yaml", template));
      LoadedMachine order =
          DefinitionSource.text("template.yaml", template).value("IsTest", false).load();

      assertThat(problem.message()).isEqualTo("Condition 'IsTest' depends on unknown values");
      assertThat(problem.location().line()).isEqualTo(14);
      assertThat(comment(order)).isEqualTo("b");
    }

    @Test
    void macros_are_refused() {
      assertThat(
              problem(DefinitionSource.text("t.yaml", passing("!Transform {Name: X}"))).message())
          .isEqualTo("Fn::Transform is a macro, which only CloudFormation can run");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "!Select [7, [a]] | Fn::Select has no item 7",
          "!Join ['-'] | Fn::Join needs 2 arguments",
          "{a: b} | Expected a string, or a function that returns one"
        })
    void wrong_calls_are_refused_with_their_line(String function, String message) {
      Diagnostic problem = problem(DefinitionSource.text("template.yaml", passing(function)));

      assertThat(problem.message()).isEqualTo(message);
      assertThat(problem.location().line()).isEqualTo(14);
    }

    @Test
    void a_machine_without_definition_is_refused() {
      Diagnostic problem =
          problem(
              DefinitionSource.text(
                  "template.yaml",
                  """
                  Resources:
                    Order:
                      Type: AWS::StepFunctions::StateMachine
                      Properties: {RoleArn: x}
                  """));

      assertThat(problem.message()).isEqualTo("The state machine has no definition");
      assertThat(problem.location().line()).isEqualTo(2);
    }
  }

  @Nested
  class Choosing {
    private static final String TWO =
        """
        Resources:
          First: &machine
            Type: AWS::StepFunctions::StateMachine
            Properties:
              Definition: {StartAt: A, States: {A: {Type: Succeed}}}
          Second: *machine
          Bucket: {Type: AWS::S3::Bucket}
        """;

    private final DefinitionSource source = DefinitionSource.text("template.yaml", TWO);

    @Test
    void choosing_by_id() {
      assertThat(source.ids()).containsExactly("First", "Second");
      assertThat(source.id("Second").load().name()).isEqualTo("Second");
    }

    @Test
    void without_an_id_is_refused_and_lists_the_machines() {
      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(source::load)
          .withMessage(
              "The template 'template.yaml' has several state machines: First, Second. Select one"
                  + " by its id, as in @StateMachineTest(value = \"template.yaml\", id = \"First\")"
                  + " or load(\"template.yaml\", \"First\").");
    }

    @Test
    void choosing_by_a_wrong_id_is_refused_and_lists_the_machines() {
      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> source.id("Secnd").load())
          .withMessage(
              "The template 'template.yaml' has no state machine 'Secnd'. Did you mean 'Second'? It"
                  + " has: First, Second.");
    }

    @Test
    void choosing_by_an_id_in_a_plain_definition_is_refused() {
      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> DefinitionSource.text("order.asl.json", DEFINITION).id("A").load())
          .withMessageContaining("'order.asl.json' is a definition, not a template");
    }

    @Test
    void in_a_template_without_machines_is_refused() {
      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> yaml("Resources: {B: {Type: AWS::S3::Bucket}}"))
          .withMessage("The template 'template.yaml' has no state machine.");
    }
  }

  @Nested
  class Resources_of_the_template {
    private static final String TEMPLATE =
        """
        Resources:
          Pick:
            Type: AWS::StepFunctions::Activity
          Charge:
            Type: AWS::Serverless::Function
          Child:
            Type: AWS::StepFunctions::StateMachine
            Properties: {Definition: {StartAt: A, States: {A: {Type: Succeed}}}}
          Order:
            Type: AWS::%s::StateMachine
            Properties:
              DefinitionSubstitutions: {Called: %s}
              %s: %s
        """;
    private static final String TEXT =
        "'{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Resource\":"
            + " \"${Called}\", \"End\": true}}}'";
    private static final String TREE =
        "{StartAt: A, States: {A: {Type: Task, Resource: %s, End: true}}}";

    private static DefinitionSource template(
        String type, String substitution, String field, String definition) {
      return DefinitionSource.text(
              "template.yaml", TEMPLATE.formatted(type, substitution, field, definition))
          .id("Order");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Serverless    | !Ref Pick            | ${Pick}",
          "Serverless    | !GetAtt Pick.Arn     | ${Pick.Arn}",
          "StepFunctions | !Ref Pick            | ${Pick}",
          "StepFunctions | !Sub '${Pick}'       | ${Pick}"
        })
    void are_called_as_what_they_are(String type, String reference, String arn) {
      LoadedMachine byText = template(type, reference, "DefinitionString", TEXT).load();
      LoadedMachine byTree = template(type, "x", "Definition", TREE.formatted(reference)).load();

      assertThat(called(byText, "A")).isEqualTo(new Resource.Activity(arn, "Pick"));
      assertThat(called(byTree, "A")).isEqualTo(new Resource.Activity(arn, "Pick"));
    }

    @Test
    void of_other_kinds_are_functions() {
      LoadedMachine order =
          template("Serverless", "x", "Definition", TREE.formatted("!GetAtt Charge.Arn")).load();
      LoadedMachine imported =
          template("Serverless", "x", "Definition", TREE.formatted("!ImportValue Pick2")).load();

      assertThat(called(order, "A"))
          .isEqualTo(new Resource.LambdaFunction("${Charge.Arn}", "Charge"));
      assertThat(called(imported, "A")).isEqualTo(new Resource.LambdaFunction("${Pick2}", "Pick2"));
    }

    @Test
    void that_are_machines_are_no_resource_of_a_task() {
      Diagnostic problem = problem(template("Serverless", "!Ref Child", "DefinitionString", TEXT));

      assertThat(problem.rule()).isEqualTo(Rule.UNRECOGNIZED_RESOURCE);
      assertThat(problem.message()).startsWith("The resource provided ${Child} is not recognized.");
      assertThat(problem.hint().orElseThrow())
          .contains("'Child' is a state machine")
          .contains("states:startExecution");
    }

    @Test
    void may_be_passed_to_a_nested_stack(@TempDir Path folder) throws IOException {
      Files.writeString(
          folder.resolve("nested.yaml"),
          """
          Parameters: {Given: {Type: String}}
          Resources:
            Inner:
              Type: AWS::StepFunctions::StateMachine
              Properties:
                Definition: {StartAt: A, States: {A: {Type: Task, Resource: !Ref Given, End: true}}}
          """);
      Path template =
          Files.writeString(
              folder.resolve("template.yaml"),
              """
              Resources:
                Pick: {Type: AWS::StepFunctions::Activity}
                Nested:
                  Type: AWS::CloudFormation::Stack
                  Properties: {TemplateURL: nested.yaml, Parameters: {Given: !Ref Pick}}
              """);

      LoadedMachine inner = DefinitionSource.file(template).load();

      assertThat(called(inner, "A")).isEqualTo(new Resource.Activity("${Pick}", "Pick"));
    }
  }

  @Nested
  class Cdk {
    private static final String TEMPLATE =
        """
        {
         "Resources": {
          "Order8A7F": {
           "Type": "AWS::StepFunctions::StateMachine",
           "Properties": {
            "DefinitionString": {
             "Fn::Join": ["", [
              "{\\"StartAt\\":\\"Put\\",\\"States\\":{\\"Put\\":{\\"End\\":true,\\"Type\\":\\"Task\\",\\"Resource\\":\\"arn:",
              {"Ref": "AWS::Partition"},
              ":states:::sqs:%s\\"}}}"
             ]]
            }
           },
           "Metadata": {"aws:cdk:path": "Shop/Order/Resource"}
          },
          "Nested": {
           "Type": "AWS::CloudFormation::Stack",
           "Properties": {"Parameters": {"Given": {"Ref": "Queue"}}},
           "Metadata": {"aws:asset:path": "nested.template.json"}
          }
         }
        }
        """;

    private static final String NESTED =
        """
        {"Parameters": {"Given": {"Type": "String"}},
         "Resources": {"Child1": {
           "Type": "AWS::StepFunctions::StateMachine",
           "Properties": {"Definition": {
             "Comment": {"Ref": "Given"},
             "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}},
           "Metadata": {"aws:cdk:path": "Shop/Nested/Child/Resource"}}}}
        """;

    @TempDir Path folder;

    private DefinitionSource cdkOut(String action) throws IOException {
      Files.writeString(folder.resolve("nested.template.json"), NESTED);
      return DefinitionSource.file(
          Files.writeString(folder.resolve("Shop.template.json"), TEMPLATE.formatted(action)));
    }

    @ParameterizedTest
    @CsvSource({"Order8A7F", "Shop/Order", "Shop/Order/Resource", "Order"})
    void a_machine_is_chosen_by_id_or_construct_path(String id) throws IOException {
      LoadedMachine order = cdkOut("sendMessage").id(id).load();

      assertThat(resource(order, "Put")).isEqualTo("arn:aws:states:::sqs:sendMessage");
      assertThat(order.name()).isEqualTo("Order8A7F");
    }

    @Test
    void a_machine_without_path_metadata_is_chosen_by_the_id_of_its_construct() {
      String machine =
          "{\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\": {\"Definition\":"
              + " {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}}}";
      DefinitionSource template =
          DefinitionSource.text(
              "Shop.template.json",
              "{\"Resources\": {\"Order1A2B3C4D\": %1$s, \"Bill00000001\": %1$s, \"Bill00000002\": %1$s}}"
                  .formatted(machine));

      assertThat(template.id("Order").load().name()).isEqualTo("Order1A2B3C4D");
      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> template.id("Bill").load());
    }

    @ParameterizedTest
    @CsvSource({"Nested/Child1", "Child1", "Shop/Nested/Child", "Child"})
    void a_machine_of_a_nested_stack_gets_the_parameters_that_are_passed(String id)
        throws IOException {
      LoadedMachine child = cdkOut("sendMessage").id(id).load();

      assertThat(child.definition().comment()).contains("${Queue}");
      assertThat(child.name()).isEqualTo("Child1");
    }

    private int column(String file, int line) throws IOException {
      return Files.readAllLines(folder.resolve(file)).get(line - 1).indexOf("\\\"Edn") + 1;
    }

    @Test
    void a_problem_in_joined_pieces_has_the_line_and_column_of_its_piece() throws IOException {
      Diagnostic problem = problem(cdkOut("sendMessage\\\", \\\"Edn\\\": \\\"x").id("Order"));

      assertThat(problem.location().line()).isEqualTo(10);
      assertThat(problem.location().column()).isEqualTo(column("Shop.template.json", 10));
      assertThat(problem.location().pointer()).isEqualTo("/States/Put/Edn");
    }
  }

  @Nested
  class Serverless {
    private static final String FILE =
        """
        service: shop
        custom: {table: orders}
        stepFunctions:
          stateMachines:
            order:
              name: order-${opt:stage, 'dev'}
              type: EXPRESS
              definition:
                Comment: ${self:custom.table} of ${self:service} in ${env:HOME}
                StartAt: Charge
                States:
                  Charge:
                    Type: Task
                    Resource: {Fn::GetAtt: [charge, Arn]}
                    End: true
        """;

    @Test
    void machines_are_loaded_with_the_files_own_variables() {
      LoadedMachine order = DefinitionSource.text("serverless.yml", FILE).load();

      assertThat(order.name()).isEqualTo("order-dev");
      assertThat(order.type()).contains(WorkflowType.EXPRESS);
      assertThat(order.definition().comment()).contains("orders of shop in ${env:HOME}");
      assertThat(resource(order, "Charge")).isEqualTo("${charge.Arn}");
    }

    @Test
    void values_win_over_variables() {
      LoadedMachine order =
          DefinitionSource.text("serverless.yml", FILE)
              .values(Map.of("self:custom.table", "mine", "env:HOME", "h", "opt:stage", "prod"))
              .id("order")
              .load();

      assertThat(order.definition().comment()).contains("mine of shop in h");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:f | arn:aws:lambda:us-east-1:123456789012:function:f",
          "arn:aws:states:#{AWS::Region}:#{AWS::AccountId}:activity:a | arn:aws:states:us-east-1:123456789012:activity:a",
          "'#{Pick}'      | ${Pick}",
          "'#{Charge.Arn}' | ${Charge.Arn}"
        })
    void pseudo_parameters_of_the_plugin_are_placeholders(
        String written, String arn, @TempDir Path folder) throws IOException {
      String definition =
          "StartAt: A\nStates: {A: {Type: Task, TimeoutSeconds: 9, Resource: \"%s\", End: true}}"
              .formatted(written);
      Files.writeString(folder.resolve("order.yml"), definition);
      String stack =
          """
          resources: {Resources: {Pick: {Type: AWS::StepFunctions::Activity}}}
          stepFunctions: {stateMachines: {order: {definition: %s}}}
          """;
      Path asFile =
          Files.writeString(
              folder.resolve("serverless.yml"), stack.formatted("'${file(order.yml)}'"));
      String inline =
          stack.formatted(
              "{StartAt: A, States: {A: {Type: Task, TimeoutSeconds: 9, Resource: \"%s\", End: true}}}"
                  .formatted(written));

      LoadedMachine ofFile = DefinitionSource.file(asFile).load();
      LoadedMachine ofText = DefinitionSource.text("serverless.yml", inline).load();

      assertThat(resource(ofText, "A")).isEqualTo(arn);
      assertThat(resource(ofFile, "A")).isEqualTo(arn);
      assertThat(called(ofText, "A"))
          .isInstanceOf(
              arn.contains("function") || arn.contains("Charge")
                  ? Resource.LambdaFunction.class
                  : Resource.Activity.class);
      assertThat(ofText.definition().warnings())
          .extracting(Diagnostic::rule)
          .doesNotContain(Rule.OPEN_PLACEHOLDER);
    }

    @Test
    void pseudo_parameters_of_the_plugin_get_the_values_of_the_test() {
      LoadedMachine order =
          DefinitionSource.text("serverless.yml", FILE.replace("${self:service}", "shop-#{Queue}"))
              .value("Queue", "q")
              .load();

      assertThat(order.definition().comment().orElseThrow()).startsWith("orders of shop-q in");
    }

    @Test
    void a_definition_in_a_file_is_read(@TempDir Path folder) throws IOException {
      Files.writeString(folder.resolve("order.json"), DEFINITION);
      Path file =
          Files.writeString(
              folder.resolve("serverless.yml"),
              "stepFunctions: {stateMachines: {order: {definition: '${file(order.json)}'}}}");

      LoadedMachine order = DefinitionSource.file(file).load();

      assertThat(resource(order, "Charge")).isEqualTo("${ChargeArn}");
    }
  }

  @Nested
  class Terraform {
    private static final String PLAN =
        """
        {"format_version": "1.2", "terraform_version": "1.9.0",
         "planned_values": {"root_module": {
          "resources": [{
           "address": "aws_sfn_state_machine.order", "type": "aws_sfn_state_machine",
           "name": "order",
           "values": {"name": "order-prod", "type": "EXPRESS",
            "definition": "{\\n  \\"StartAt\\": \\"A\\",\\n  \\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\"%s}}}"}}],
          "child_modules": [{"resources": [{
           "address": "module.m.aws_sfn_state_machine.later", "type": "aws_sfn_state_machine",
           "name": "later", "values": {"name": "later"}}]}]}},
         "configuration": {"root_module": {"resources": []}}}
        """;

    private DefinitionSource plan(String more) {
      return DefinitionSource.text("plan.json", PLAN.formatted(more));
    }

    @ParameterizedTest
    @CsvSource({"aws_sfn_state_machine.order", "order"})
    void machines_are_chosen_by_address_or_name(String id) {
      LoadedMachine order = plan("").id(id).load();

      assertThat(order.name()).isEqualTo("order-prod");
      assertThat(order.type()).contains(WorkflowType.EXPRESS);
    }

    @Test
    void a_problem_has_its_column_in_the_plan() {
      Diagnostic problem = problem(plan(", \\\"Edn\\\": true").id("order"));

      assertThat(problem.location().line()).isEqualTo(7);
      assertThat(problem.location().column())
          .isEqualTo(PLAN.lines().toList().get(6).indexOf("%s") + 3);
    }

    @Test
    void a_definition_that_is_known_after_apply_is_refused() {
      Diagnostic problem = problem(plan("").id("later"));

      assertThat(problem.message())
          .isEqualTo(
              "The definition of module.m.aws_sfn_state_machine.later is known only after apply");
      assertThat(problem.location().line()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main.tf", "order.asl.json", "template.yaml"})
    void its_own_language_is_told_from_what_can_be_read(String name) {
      String code =
          """
          resource "aws_sfn_state_machine" "order" {
            name = "order"
          }
          """;

      Diagnostic problem = problem(DefinitionSource.text(name, code));

      assertThat(problem.rule()).isEqualTo(Rule.UNREADABLE_TEMPLATE);
      assertThat(problem)
          .hasToString(
              name
                  + ":1 /: The file is written in Terraform's own language, which only Terraform"
                  + " evaluates (load what 'terraform show -json plan.out' writes, or the file that"
                  + " the definition stands in)");
      assertThat(problem(DefinitionSource.text(name, code).value("a", "b")).rule())
          .isEqualTo(Rule.UNREADABLE_TEMPLATE);
    }
  }

  @Nested
  class PlainDefinitions {
    @Test
    void get_the_values_of_the_test() {
      LoadedMachine order =
          DefinitionSource.text("order.asl.json", DEFINITION)
              .value("ChargeArn", "arn:aws:states:::lambda:invoke")
              .load();

      assertThat(resource(order, "Charge")).isEqualTo("arn:aws:states:::lambda:invoke");
    }

    @Test
    void may_have_placeholders_where_numbers_stand() {
      String text =
          """
          {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": ${Wait}, "End": true}}}
          """;
      DefinitionSource source = DefinitionSource.text("wait.asl.json", text);

      Diagnostic problem = problem(source);

      assertThat(problem.toString()).contains("the placeholder ${Wait} is not replaced");
      assertThat(problem.location().column()).isEqualTo(51);
      assertThat(source.value("Wait", 5).load().definition().stateNames()).containsExactly("W");
    }

    @Test
    void in_yaml_may_call_functions() {
      LoadedMachine order =
          DefinitionSource.text(
                  "order.asl.yaml",
                  """
                  StartAt: Charge
                  States:
                    Charge: {Type: Task, Resource: !GetAtt F.Arn, End: true}
                  """)
              .load();

      assertThat(resource(order, "Charge")).isEqualTo("${F.Arn}");
    }
  }
}
