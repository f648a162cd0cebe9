package io.stepunit.property;

import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.atMostOnce;
import static io.stepunit.property.Property.atMostOncePer;
import static io.stepunit.property.Property.idempotent;
import static io.stepunit.property.Property.never;
import static io.stepunit.property.Property.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.property.PropertyOptions.Dimension;
import io.stepunit.property.PropertyResult.Counterexample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Mistakes that only one kind of case shows. */
class PropertyDimensionsTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static Counterexample counterexample(PropertyResult result) {
    return result.counterexample().orElseThrow();
  }

  @Nested
  class Interleavings {
    /** Nothing says that the first branch comes first. */
    private static final String RACE =
        """
        {
          "StartAt": "Both",
          "States": {
            "Both": {
              "Type": "Parallel",
              "Branches": [
                {
                  "StartAt": "Reserve",
                  "States": {
                    "Reserve": {
                      "Type": "Task",
                      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:reserve",
                      "End": true
                    }
                  }
                },
                {
                  "StartAt": "Announce",
                  "States": {
                    "Announce": {
                      "Type": "Task",
                      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:announce",
                      "End": true
                    }
                  }
                }
              ],
              "End": true
            }
          }
        }
        """;

    private static final Property RESERVED_FIRST = never("Announce").without("Reserve");

    @Test
    void find_a_race() {
      TestStateMachine sale = env.define("sale", RACE);

      PropertyResult result =
          sale.check(
              RESERVED_FIRST,
              PropertyOptions.STANDARD.without(Dimension.FAULTS, Dimension.REDRIVE));

      assertThat(counterexample(result).text()).contains("  order: [1");
      assertThat(counterexample(result).test())
          .startsWith("@Interleavings(only = \"[1")
          .contains("assertThat(sale).holds(never(\"Announce\").without(\"Reserve\"));");
    }

    @Test
    void are_left_out_if_nobody_wants_them() {
      TestStateMachine sale = env.define("sale", RACE);

      PropertyResult result =
          sale.check(
              RESERVED_FIRST,
              PropertyOptions.STANDARD.without(
                  Dimension.INTERLEAVINGS, Dimension.FAULTS, Dimension.REDRIVE));

      assertThat(result.holds()).isTrue();
    }
  }

  @Nested
  class Duplicates {
    private static final String QUOTE =
        """
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
              "Parameters": {"key.$": "%s"},
              "End": true
            }
          }
        }
        """;

    @Test
    void find_work_that_is_done_twice() {
      TestStateMachine quote =
          env.define("quote", QUOTE.formatted("$$.Execution.Name"), WorkflowType.EXPRESS);

      PropertyResult result = quote.check(atMostOnce("Charge"));

      assertThat(counterexample(result).text())
          .contains("  AWS runs the execution twice, one run after the other");
      assertThat(counterexample(result).violation()).contains("and again at");
      assertThat(counterexample(result).test()).contains("quote.runAtLeastOnce(Map.of());");
    }

    @Test
    void accept_a_key_that_is_the_same_in_both_runs() {
      TestStateMachine quote =
          env.define("quote", QUOTE.formatted("$$.Execution.Name"), WorkflowType.EXPRESS);

      PropertyResult result = quote.check(idempotent("Charge", "$.key"));

      assertThat(result.holds()).isTrue();
    }

    @Test
    void find_a_key_that_is_another_one_in_the_second_run() {
      TestStateMachine quote =
          env.define("quote", QUOTE.formatted("States.UUID()"), WorkflowType.EXPRESS);

      PropertyResult result = quote.check(idempotent("Charge", "$.key"));

      assertThat(counterexample(result).text()).contains("twice");
    }

    @Test
    void are_none_of_a_Standard_machine() {
      TestStateMachine quote = env.define("quote", QUOTE.formatted("$$.Execution.Name"));

      PropertyResult result =
          quote.check(
              atMostOnce("Charge"),
              PropertyOptions.STANDARD.without(Dimension.REDRIVE).tryingAtMost(200));

      assertThat(result.holds()).isTrue();
    }
  }

  @Nested
  class Redrives {
    /** A redrive calls Book again, whose reply was lost. */
    private static final String BOOKED_AGAIN =
        """
        {
          "StartAt": "Count",
          "States": {
            "Count": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:count",
              "ResultPath": null,
              "Next": "Book"
            },
            "Book": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:book",
              "ResultPath": null,
              "End": true
            }
          }
        }
        """;

    @Test
    void find_work_that_is_done_again() {
      TestStateMachine order = env.define("order", BOOKED_AGAIN);

      PropertyResult result = order.check(atMostOnce("Book"));

      assertThat(counterexample(result).text())
          .contains(
              "  fault: Book × reply lost, first attempt",
              "  the failed execution is redriven, and nothing goes wrong any more");
      assertThat(counterexample(result).test())
          .contains(
              "order.faults().on(\"Book\").losesReply().first(1);",
              "order.redrive(order.run(Map.of())).finish();");
    }

    @Test
    void are_left_out_if_nobody_wants_them() {
      TestStateMachine order = env.define("order", BOOKED_AGAIN);

      PropertyResult result =
          order.check(
              atMostOnce("Book"),
              PropertyOptions.STANDARD.without(Dimension.REDRIVE).tryingAtMost(200));

      assertThat(result.holds()).isTrue();
    }
  }

  @Nested
  class Tables {
    @Test
    void have_in_each_case_what_they_have_in_the_test() {
      env.table("Locks").key("id").put(Map.of("id", "L", "free", true));
      TestStateMachine lock =
          env.define(
              "lock",
              """
              {
                "StartAt": "Take",
                "States": {
                  "Take": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::dynamodb:deleteItem",
                    "Parameters": {
                      "TableName": "Locks",
                      "Key": {"id": {"S": "L"}},
                      "ReturnValues": "ALL_OLD"
                    },
                    "End": true
                  }
                }
              }
              """);

      PropertyResult result =
          lock.check(
              output(json -> json.at("/Attributes/free/BOOL").asBoolean()),
              PropertyOptions.STANDARD.tryingAtMost(40).without(Dimension.FAULTS));

      assertThat(result.holds()).isTrue();
      assertThat(env.table("Locks").find("L")).isPresent();
    }
  }

  @Test
  void a_lost_compensation_is_found_by_a_second_fault() {
    TestStateMachine trip =
        env.define(
            "trip",
            """
            {
              "StartAt": "Hotel",
              "States": {
                "Hotel": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:hotel",
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "CancelHotel"}],
                  "Next": "Flight"
                },
                "Flight": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:flight",
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "CancelHotel"}],
                  "End": true
                },
                "CancelHotel": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:cancel",
                  "End": true
                }
              }
            }
            """);

    PropertyResult result =
        trip.check(
            after("Hotel").eventually("Flight", "CancelHotel"),
            PropertyOptions.STANDARD.without(Dimension.REDRIVE));

    assertThat(counterexample(result).text().lines().filter(line -> line.startsWith("  fault: ")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("  fault: CancelHotel ×")
        .endsWith("first attempt");
  }

  @Test
  void items_are_told_apart_by_a_value_of_theirs() {
    TestStateMachine lines =
        env.define(
            "lines",
            """
            {
              "StartAt": "Lines",
              "States": {
                "Lines": {
                  "Type": "Map",
                  "ItemsPath": "$.lines",
                  "ItemProcessor": {
                    "StartAt": "Charge",
                    "States": {
                      "Charge": {
                        "Type": "Task",
                        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                        "End": true
                      }
                    }
                  },
                  "End": true
                }
              }
            }
            """);
    Map<String, Object> two = Map.of("lines", List.of(Map.of("id", 1), Map.of("id", 2)));

    PropertyOptions options =
        PropertyOptions.STANDARD.onlyWith(two).without(Dimension.REDRIVE).tryingAtMost(100);

    assertThat(lines.check(atMostOncePer("Charge", "$.id"), options).holds()).isTrue();
    assertThat(lines.check(atMostOnce("Charge"), options).holds()).isFalse();
  }
}
