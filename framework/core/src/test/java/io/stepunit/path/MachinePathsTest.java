package io.stepunit.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MachinePathsTest {
  private static final String ORDER =
      """
      {
        "StartAt": "Reserve",
        "States": {
          "Reserve": {
            "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:reserve",
            "ResultPath": "$.reserved",
            "Next": "Enough?"
          },
          "Enough?": {
            "Type": "Choice",
            "Choices": [
              {"Variable": "$.reserved.count", "NumericGreaterThan": 0, "Next": "Charge"},
              {"Variable": "$.reserved.later", "BooleanEquals": true, "Next": "Charge"}
            ],
            "Default": "Refuse"
          },
          "Charge": {
            "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "Retry": [{"ErrorEquals": ["Payment.Busy"], "MaxAttempts": 2}],
            "Catch": [
              {"ErrorEquals": ["Payment.Declined"], "Next": "Release"},
              {"ErrorEquals": ["Payment.Busy"], "Next": "Call"}
            ],
            "Next": "Done"
          },
          "Release": {
            "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:release",
            "Next": "Refuse"
          },
          "Call": {"Type": "Pass", "Next": "Done"},
          "Refuse": {"Type": "Fail", "Error": "Order.Refused"},
          "Done": {"Type": "Succeed"}
        }
      }
      """;

  private static TestStateMachine machine(String definition) {
    return StepFunctionsEnvironment.create().define("order", definition);
  }

  /** The names of the paths, each of which was taken by a machine that knows nothing else. */
  private static List<String> taken(String definition) {
    MachinePaths paths = machine(definition).paths();
    for (PathCase path : paths.cases()) {
      Execution run = path.run(machine(definition));
      assertThat(run.path()).isEqualTo(path.states());
      assertThat(run.status()).isEqualTo(path.status());
    }
    return paths.cases().stream().map(PathCase::name).toList();
  }

  @Test
  void paths_take_all_rules_defaults_catchers_and_retriers() {
    assertThat(taken(ORDER))
        .containsExactlyInAnyOrder(
            "Reserve → Enough? → Charge → Done (by rule 1 of Enough?)",
            "Reserve → Enough? → Charge → Done (by rule 2 of Enough?)",
            "Reserve → Enough? → Refuse",
            "Reserve → Enough? → Charge ↻ Payment.Busy → Done",
            "Reserve → Enough? → Charge ✗ Payment.Declined → Release → Refuse",
            "Reserve → Enough? → Charge ✗ Payment.Busy ×3 → Call → Done");
    assertThat(machine(ORDER).paths().missing()).isEmpty();
  }

  @Test
  void the_first_path_is_one_in_which_all_goes_well() {
    PathCase first = machine(ORDER).paths().cases().get(0);

    assertThat(first.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(first.states()).containsExactly("Reserve", "Enough?", "Charge", "Done");
  }

  @Test
  void paths_are_the_same_each_time() {
    assertThat(machine(ORDER).paths()).hasToString(machine(ORDER).paths().toString());
  }

  @Test
  void a_path_tells_its_input_its_answers_and_a_test() {
    PathCase path =
        machine(ORDER)
            .paths()
            .find("Reserve → Enough? → Charge ✗ Payment.Declined → Release → Refuse")
            .orElseThrow();

    assertThat(path.input().isObject()).isTrue();
    assertThat(path.replies()).containsOnlyKeys("Reserve", "Charge", "Release");
    assertThat(path.replies().get("Charge"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.error()).contains("Payment.Declined"));
    assertThat(path.replies().get("Reserve"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.result()).isPresent());
    assertThat(path.test())
        .startsWith(
            "@Test\nvoid takes_reserve_enough_charge_payment_declined_release_refuse(TestStateMachine machine) {\n")
        .contains("machine.mock(\"Charge\").fails(\"Payment.Declined\", ")
        .contains(
            "assertThat(run).isFailed().hasError(\"Order.Refused\").hasPath(\"Reserve\", \"Enough?\", \"Charge\", \"Release\", \"Refuse\");");
  }

  @Test
  void an_execution_that_goes_another_way_is_an_error() {
    PathCase path = machine(ORDER).paths().cases().get(0);
    TestStateMachine broken = machine(ORDER);
    broken.faults().on("Charge").fails("Payment.Busy").first(1);

    assertThatThrownBy(() -> path.run(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The execution did not take the path that its test is named after.")
        .hasMessageContaining("Expected: Reserve → Enough? → Charge → Done, SUCCEEDED")
        .hasMessageContaining(
            "Taken:    Reserve → Enough? → Charge ↻ Payment.Busy → Done, SUCCEEDED");
  }

  @Test
  void a_test_can_prepare_the_machine_and_change_a_mock() {
    PathCase path = machine(ORDER).paths().cases().get(0);
    TestStateMachine order = machine(ORDER);
    path.mock(order);
    order.mock("Charge").fails("Payment.Declined");
    order.mock("Release").returns("{}");

    Execution run = order.run(path.input());

    assertThat(path.isTakenBy(run)).isFalse();
    assertThat(run.path()).contains("Release");
  }

  @Nested
  class Loops {
    private static final String POLL =
        """
        {
          "StartAt": "Look",
          "States": {
            "Look": {
              "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getJobRun",
              "Parameters": {"JobName": "import", "RunId.$": "$.run"},
              "ResultPath": "$.job",
              "Next": "Done?"
            },
            "Done?": {
              "Type": "Choice",
              "Choices": [
                {"Variable": "$.job.JobRun.JobRunState", "StringEquals": "SUCCEEDED", "Next": "Done"},
                {"Variable": "$.job.JobRun.JobRunState", "StringEquals": "FAILED", "Next": "Broken"}
              ],
              "Default": "Rest"
            },
            "Rest": {"Type": "Wait", "Seconds": 30, "Next": "Look"},
            "Broken": {"Type": "Fail", "Error": "Job.Failed"},
            "Done": {"Type": "Succeed"}
          }
        }
        """;

    @Test
    void go_round_once_where_that_is_enough() {
      assertThat(taken(POLL))
          .containsExactlyInAnyOrder(
              "Look → Done? → Done",
              "Look → Done? → Broken",
              "Look → Done? → Rest → Look → Done? → Done");
    }

    @Test
    void that_take_more_rounds_are_named_with_their_number() {
      String counting =
          """
          {
            "StartAt": "Begin",
            "States": {
              "Begin": {"Type": "Pass", "Result": {"n": 0}, "Next": "Count"},
              "Count": {
                "Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Enough?"
              },
              "Enough?": {
                "Type": "Choice",
                "Choices": [{"Variable": "$.n", "NumericGreaterThan": 5, "Next": "Done"}],
                "Default": "Count"
              },
              "Done": {"Type": "Succeed"}
            }
          }
          """;

      assertThat(machine(counting).paths().missing())
          .extracting(MachinePaths.Missing::transition)
          .contains("Enough? → Done");
      assertThat(machine(counting).paths().missing())
          .extracting(MachinePaths.Missing::reason)
          .contains("it takes 5 loops, and 3 are allowed. Allow more: loops = 5.");
      assertThat(machine(counting).paths(5).cases())
          .extracting(PathCase::name)
          .containsExactly("Begin → (Count → Enough?) ×6 → Done");
    }

    @Test
    void cannot_be_fewer_than_none() {
      assertThatThrownBy(() -> machine(ORDER).paths(-1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A path comes back to a state 0 times or more, not -1 times.");
    }
  }

  @Nested
  class Inside {
    @Test
    void of_branches_and_iterations_is_part_of_the_name() {
      String nested =
          """
          {
            "StartAt": "Both",
            "States": {
              "Both": {
                "Type": "Parallel",
                "Branches": [
                  {"StartAt": "A", "States": {"A": {
                    "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:a",
                    "Catch": [{"ErrorEquals": ["A.Bad"], "Next": "Mend"}], "End": true
                  }, "Mend": {"Type": "Pass", "End": true}}},
                  {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 5, "End": true}}}
                ],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}],
                "ResultPath": null,
                "Next": "Each"
              },
              "Each": {
                "Type": "Map", "ItemsPath": "$.lines",
                "ItemProcessor": {"StartAt": "Kind?", "States": {
                  "Kind?": {"Type": "Choice",
                    "Choices": [{"Variable": "$.kind", "StringEquals": "gift", "Next": "Wrap"}],
                    "Default": "Pack"},
                  "Wrap": {"Type": "Pass", "End": true},
                  "Pack": {"Type": "Pass", "End": true}
                }},
                "End": true
              },
              "Tell": {"Type": "Pass", "End": true}
            }
          }
          """;

      assertThat(taken(nested))
          .anySatisfy(name -> assertThat(name).contains("Both [A | B] → Each [Kind? → "))
          .anySatisfy(name -> assertThat(name).contains("Kind? → Wrap"))
          .anySatisfy(name -> assertThat(name).contains("Kind? → Pack"))
          .anySatisfy(name -> assertThat(name).contains("Both [A ✗ A.Bad → Mend | B]"))
          .anySatisfy(name -> assertThat(name).endsWith("✗ Unexpected.Error → Tell"));
      assertThat(machine(nested).paths().missing()).isEmpty();
    }

    @Test
    void of_a_distributed_map_is_part_of_the_name() {
      String distributed =
          """
          {
            "StartAt": "Import",
            "States": {
              "Import": {
                "Type": "Map",
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                  "ReaderConfig": {"InputType": "JSON"},
                  "Parameters": {"Bucket": "imports", "Key": "orders.json"}},
                "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "Store", "States": {"Store": {
                    "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:s",
                    "Retry": [{"ErrorEquals": ["Store.Busy"], "MaxAttempts": 1}], "End": true}}
                },
                "End": true
              }
            }
          }
          """;

      assertThat(taken(distributed))
          .anySatisfy(name -> assertThat(name).startsWith("Import [Store"))
          .anySatisfy(name -> assertThat(name).contains("Store ↻ Store.Busy"));
    }
  }

  @Nested
  class InJsonata {
    @Test
    void paths_are_solved_too() {
      String approval =
          """
          {
            "QueryLanguage": "JSONata",
            "StartAt": "Ask",
            "States": {
              "Ask": {
                "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Arguments": {"QueueUrl": "https://sqs/q", "MessageBody": "{% $states.context.Task.Token %}"},
                "HeartbeatSeconds": 60,
                "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout", "States.Timeout"], "Next": "Late"}],
                "Assign": {"votes": "{% $states.result.votes %}"},
                "Next": "Enough?"
              },
              "Enough?": {
                "Type": "Choice",
                "Choices": [
                  {"Condition": "{% $count($votes[yes]) >= 2 %}", "Next": "Accept"},
                  {"Condition": "{% $count($votes) = 0 %}", "Next": "Late"}
                ],
                "Default": "Refuse"
              },
              "Accept": {"Type": "Succeed"},
              "Refuse": {"Type": "Fail", "Error": "Refused"},
              "Late": {"Type": "Fail", "Error": "Late"}
            }
          }
          """;

      assertThat(taken(approval))
          .containsExactlyInAnyOrder(
              "Ask → Enough? → Accept",
              "Ask → Enough? → Refuse",
              "Ask → Enough? → Late",
              "Ask ✗ States.Timeout → Late");
      assertThat(machine(approval).paths().missing()).isEmpty();
    }
  }

  @Nested
  class Missing {
    @Test
    void names_what_the_data_would_have_to_be_like_and_what_lies_behind() {
      String hashed =
          """
          {
            "StartAt": "Hash",
            "States": {
              "Hash": {
                "Type": "Pass", "Parameters": {"hash.$": "States.Hash($.text, 'MD5')"}, "Next": "Same?"
              },
              "Same?": {
                "Type": "Choice",
                "Choices": [{"Variable": "$.hash", "StringEquals": "abc", "Next": "Behind"}],
                "Default": "Done"
              },
              "Behind": {"Type": "Pass", "Next": "Done"},
              "Done": {"Type": "Succeed"}
            }
          }
          """;

      MachinePaths paths = machine(hashed).paths();

      assertThat(paths.cases()).extracting(PathCase::name).containsExactly("Hash → Same? → Done");
      assertThat(paths.missing())
          .singleElement()
          .satisfies(
              missing -> {
                assertThat(missing.transition()).isEqualTo("Same? → Behind");
                assertThat(missing.reason())
                    .startsWith(
                        "Same? needs $.hash to be \"abc\", and neither the input nor a result was found that gives it this.");
                assertThat(missing.behind()).containsExactly("Behind → Done");
              });
    }

    @Test
    void names_what_no_error_causes() {
      String waiting =
          """
          {
            "StartAt": "All",
            "States": {
              "All": {
                "Type": "Map", "ItemsPath": "$.items",
                "ItemProcessor": {"StartAt": "Rest", "States": {
                  "Rest": {"Type": "Wait", "Seconds": 1, "End": true}}},
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Odd"}],
                "End": true
              },
              "Odd": {"Type": "Pass", "End": true}
            }
          }
          """;

      assertThat(machine(waiting).paths().missing())
          .extracting(MachinePaths.Missing::transition)
          .containsExactly("All ✗ States.ALL → Odd");
      assertThat(machine(waiting).paths().missing().get(0).reason())
          .startsWith("no error of a Task was found after which All does this: it did not fail.");
    }
  }

  @Nested
  class Requests {
    private static final String STORE =
        """
        {
          "StartAt": "Read",
          "States": {
            "Read": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:read",
              "Next": "Store"
            },
            "Store": {
              "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
              "Parameters": {"TableName": "orders", "Item.$": "$.item"},
              "ResultPath": null,
              "Catch": [{"ErrorEquals": ["DynamoDB.AmazonDynamoDBException"], "Next": "Failed"}],
              "Next": "Large?"
            },
            "Large?": {
              "Type": "Choice",
              "Choices": [{"Variable": "$.large", "BooleanEquals": true, "Next": "Failed"}],
              "Default": "Done"
            },
            "Failed": {"Type": "Fail"},
            "Done": {"Type": "Succeed"}
          }
        }
        """;

    @Test
    void have_data_of_the_types_that_the_service_takes() {
      assertThat(taken(STORE))
          .containsExactlyInAnyOrder(
              "Read → Store → Large? → Done",
              "Read → Store → Large? → Failed",
              "Read → Store ✗ DynamoDB.AmazonDynamoDBException → Failed");
      assertThat(machine(STORE).paths().missing()).isEmpty();
    }

    @Test
    void of_jsonata_have_data_of_the_types_that_the_service_takes() {
      String poll =
          """
          {
            "QueryLanguage": "JSONata",
            "StartAt": "Find",
            "States": {
              "Find": {
                "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:describeInstances",
                "Arguments": {
                  "MaxResults": "{% $states.input.page.size %}",
                  "InstanceIds": "{% $states.input.instances %}"
                },
                "Next": "Any?"
              },
              "Any?": {
                "Type": "Choice",
                "Choices": [{"Condition": "{% $states.input.NextToken = 'more' %}", "Next": "Go on"}],
                "Default": "Done"
              },
              "Go on": {"Type": "Pass", "Next": "Done"},
              "Done": {"Type": "Succeed"}
            }
          }
          """;

      assertThat(taken(poll))
          .containsExactlyInAnyOrder("Find → Any? → Go on → Done", "Find → Any? → Done");
      assertThat(machine(poll).paths().missing()).isEmpty();
    }

    @Test
    void ask_for_objects_whose_names_the_execution_makes_up() {
      String list =
          """
          {
            "StartAt": "Name",
            "States": {
              "Name": {
                "Type": "Pass",
                "Parameters": {"key.$": "States.Format('lists/{}.json', $.id)"},
                "Next": "Each"
              },
              "Each": {
                "Type": "Map",
                "ItemReader": {
                  "Resource": "arn:aws:states:::s3:getObject",
                  "ReaderConfig": {"InputType": "JSON"},
                  "Parameters": {"Bucket": "lists", "Key.$": "$.key"}
                },
                "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "Item", "States": {"Item": {"Type": "Pass", "End": true}}
                },
                "Catch": [{"ErrorEquals": ["States.ItemReaderFailed"], "Next": "No list"}],
                "End": true
              },
              "No list": {"Type": "Pass", "End": true}
            }
          }
          """;

      assertThat(taken(list))
          .containsExactlyInAnyOrder(
              "Name → Each [Item ×2]", "Name → Each ✗ States.ItemReaderFailed → No list");
    }

    @Test
    void that_no_data_can_mend_are_told() {
      String wrong =
          """
          {
            "StartAt": "Number",
            "States": {
              "Number": {"Type": "Pass", "Result": {"item": 7}, "Next": "Store"},
              "Store": {
                "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem",
                "Parameters": {"TableName": "orders", "Item.$": "$.item"},
                "Next": "Done"
              },
              "Done": {"Type": "Succeed"}
            }
          }
          """;

      assertThat(machine(wrong).paths().missing())
          .singleElement()
          .satisfies(
              missing ->
                  assertThat(missing)
                      .asString()
                      .startsWith("Store → Done: Store does not get there")
                      .contains(
                          "The Parameters '{\"TableName\":\"orders\",\"Item\":7}' could not be"));
    }
  }
}
