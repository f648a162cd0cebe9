package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code init} writes is compiled and run, and passes. */
class InitCommandTest {
  private static final Path SAMPLES = Path.of("../sample-projects");

  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        OrderMachine:
          Type: AWS::Serverless::StateMachine
          Properties:
            Type: EXPRESS
            Definition:
              StartAt: Charge
              States:
                Charge:
                  Type: Task
                  Resource: arn:aws:states:::lambda:invoke
                  Parameters:
                    FunctionName: !GetAtt ChargeFunction.Arn
                    Payload.$: $
                  OutputPath: $.Payload
                  End: true
        PauseMachine:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition:
              StartAt: Pause
              States:
                Pause:
                  Type: Wait
                  SecondsPath: $.pause
                  End: true
        ChargeFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: com.example.Charge
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int init(String file, String... options) {
    String[] arguments =
        Stream.concat(Stream.of("init", file, "--output", folder.toString()), Stream.of(options))
            .toArray(String[]::new);
    return StepUnitCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(file -> file.toString().replace('\\', '/').contains("/src/main/resources/"))
          .filter(file -> file.toString().endsWith(".asl.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_test_of_a_sample_passes_at_once(Path sample) throws IOException {
    int code = init(sample.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(WrittenTests.run(sources(), folder)).isEmpty();
  }

  @Test
  void each_machine_of_a_template_has_a_test() throws IOException {
    String template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE).toString();

    int code = init(template, "--package", "com.example");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(sources())
        .containsExactly(
            folder.resolve("com/example/OrderMachineTest.java"),
            folder.resolve("com/example/PauseMachineTest.java"));
    assertThat(WrittenTests.run(sources(), folder)).isEmpty();
    assertThat(out.toString())
        .contains("OrderMachineTest.java: it succeeds by Charge, and ends with each of ")
        .contains("PauseMachineTest.java: it succeeds by Pause");
  }

  @Test
  void the_test_reads_as_a_person_would_write_it() throws IOException {
    String definition =
        SAMPLES.resolve("kotlin-order/src/main/resources/order.asl.json").toString();

    init(definition);

    assertThat(folder.resolve("OrderTest.java")).content().isEqualTo(ORDER_TEST);
  }

  private static final String ORDER_TEST =
      """
      import static io.stepunit.assertj.StepUnitAssertions.assertThat;

      import io.stepunit.Execution;
      import io.stepunit.TestStateMachine;
      import io.stepunit.junit.FaultMatrix;
      import io.stepunit.junit.StateMachineTest;
      import java.util.List;
      import java.util.Map;
      import org.junit.jupiter.api.BeforeEach;
      import org.junit.jupiter.api.Test;

      /** Made by {@code stepunit init}, for you to change: what the data means, only you know. */
      @StateMachineTest("../sample-projects/kotlin-order/src/main/resources/order.asl.json")
      class OrderTest {
        private static final Map<String, Object> INPUT = Map.of("id", "id");

        @BeforeEach
        void all_goes_well(TestStateMachine order) {
          order.mock("Charge").returns(Map.of());
          order.mock("Ship").returns(Map.of());
        }

        @Test
        void succeeds(TestStateMachine order) {
          Execution run = order.run(INPUT);

          assertThat(run)
              .isSucceeded()
              .hasPath("Charge", "Ship");
        }

        @FaultMatrix
        void nothing_is_done_twice(TestStateMachine order) {
          Execution run = order.run(INPUT);

          assertThat(run).isEnded();
          for (String task : List.of("Charge", "Ship")) {
            assertThat(order.effects(task).happened()).hasSizeLessThanOrEqualTo(1);
          }
        }
      }
      """;

  @Test
  void one_machine_of_a_template_is_selected_by_its_id_and_its_values_are_kept()
      throws IOException {
    String template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE).toString();

    init(template, "--id", "PauseMachine", "--value", "Stage=test");

    assertThat(sources()).containsExactly(folder.resolve("PauseMachineTest.java"));
    assertThat(sources().get(0))
        .content()
        .contains("template.yaml\", id = \"PauseMachine\", values = \"Stage=test\")");
  }

  @Test
  void a_test_that_is_there_stays_as_it_is() throws IOException {
    Path mine = Files.writeString(folder.resolve("OrderTest.java"), "mine");

    int code = init(SAMPLES.resolve("kotlin-order/src/main/resources/order.asl.json").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("OrderTest.java is there already");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void a_package_has_to_be_one() {
    int code = init("order.asl.json", "--package", "com.my-company");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("'com.my-company' is no package of Java.");
  }

  @Test
  void a_broken_definition_is_reported_as_elsewhere() throws IOException {
    String broken =
        Files.writeString(
                folder.resolve("broken.asl.json"),
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\"}}}")
            .toString();

    assertThat(init(broken)).isEqualTo(1);
    assertThat(sources()).isEmpty();
  }

  @Test
  void a_task_of_child_executions_keeps_the_items_that_it_is_called_for() throws IOException {
    String imports =
        Files.writeString(
                folder.resolve("imports.asl.json"),
                """
                {"StartAt": "Rows", "States": {
                  "Rows": {
                    "Type": "Map",
                    "ItemsPath": "$.rows",
                    "ItemProcessor": {
                      "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                      "StartAt": "Put",
                      "States": {
                        "Put": {
                          "Type": "Task",
                          "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:put",
                          "End": true
                        }
                      }
                    },
                    "End": true
                  }
                }}
                """)
            .toString();

    assertThat(init(imports)).isZero();

    assertThat(WrittenTests.run(sources(), folder)).isEmpty();
  }

  @Test
  void a_fault_after_which_the_execution_waits_for_ever_is_left_out_and_told() throws IOException {
    String approval =
        Files.writeString(
                folder.resolve("approval.asl.json"),
                """
                {"StartAt": "Note", "States": {
                  "Note": {
                    "Type": "Task",
                    "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:note",
                    "Next": "Ask"
                  },
                  "Ask": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "Parameters": {
                      "QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/asks",
                      "MessageBody.$": "$$.Task.Token"
                    },
                    "End": true
                  }
                }}
                """)
            .toString();

    assertThat(init(approval)).isZero();

    assertThat(WrittenTests.run(sources(), folder)).isEmpty();
  }
}
