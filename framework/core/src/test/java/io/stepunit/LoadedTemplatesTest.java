package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedTemplatesTest {
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

  private final StepFunctionsEnvironment env =
      StepFunctionsEnvironment.builder().region("eu-west-1").account("111122223333").build();

  @Test
  void a_machine_has_the_templates_name_and_type() {
    TestStateMachine order = env.load(DefinitionSource.text("template.yaml", INLINE));

    assertThat(order.name()).isEqualTo("OrderMachine");
    assertThat(order.type()).isEqualTo(WorkflowType.EXPRESS);
  }

  @Test
  void a_task_waits_for_a_worker_of_the_templates_activity() {
    TestStateMachine order =
        env.load(
            DefinitionSource.text(
                "template.yaml",
                """
                Resources:
                  Pick: {Type: AWS::StepFunctions::Activity}
                  Order:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      Definition: {StartAt: A, States: {A: {Type: Task, Resource: !Ref Pick, End: true}}}
                """));
    Activity pick = env.activity("Pick");
    RunningExecution run = order.start("{}");

    pick.poll("worker-1").orElseThrow().succeed("{\"picked\": 1}");

    assertThat(run.finish().output()).contains(Json.parse("{\"picked\": 1}"));
  }

  @Test
  void templates_know_region_and_account() {
    TestStateMachine done =
        env.load(
            DefinitionSource.text(
                "done.yaml",
                """
                Comment: !Sub ${AWS::Region} ${AWS::AccountId}
                StartAt: Done
                States: {Done: {Type: Succeed}}
                """));

    assertThat(done.name()).isEqualTo("done");
    assertThat(done.definition().comment()).contains("eu-west-1 111122223333");
  }

  @Test
  void machines_are_loaded_from_files_and_urls_by_id(@TempDir Path folder) throws IOException {
    Path template = Files.writeString(folder.resolve("two.yaml"), TWO);

    TestStateMachine first = env.load(template.toString(), "First");

    assertThat(first.name()).isEqualTo("First");
    assertThatExceptionOfType(DefinitionNotFoundException.class)
        .isThrownBy(() -> env.load(DefinitionSource.url(template.toUri().toURL())))
        .withMessageContaining("First, Second");
  }

  @Test
  void a_tree_is_a_definition_too() {
    TestStateMachine done =
        env.load(
            DefinitionSource.json(
                "done",
                Json.parse(
                    "{\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}")));

    assertThat(done.definition().stateNames()).containsExactly("Done");
  }
}
