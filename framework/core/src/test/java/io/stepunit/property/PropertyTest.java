package io.stepunit.property;

import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.atMostOnce;
import static io.stepunit.property.Property.atMostOncePer;
import static io.stepunit.property.Property.dataAt;
import static io.stepunit.property.Property.endsWithin;
import static io.stepunit.property.Property.idempotent;
import static io.stepunit.property.Property.never;
import static io.stepunit.property.Property.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.property.Verdict.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What properties say of executions that took place. */
class PropertyTest {
  private static final String ORDER =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "Retry": [{"ErrorEquals": ["Lambda.SdkClientException"], "MaxAttempts": 1}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}],
            "Next": "Ship"
          },
          "Ship": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refund"}],
            "Next": "Done"
          },
          "Refund": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:refund",
            "Next": "Done"
          },
          "Done": {"Type": "Pass", "End": true}
        }
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private TestStateMachine order;

  @BeforeEach
  void all_goes_well() {
    order = env.define("order", ORDER);
    order.mock("Charge").returns(Map.of("paid", 7));
    order.mock("Ship").returns(Map.of());
    order.mock("Refund").returns(Map.of());
  }

  private Optional<String> violation(Property property) {
    return order.judge(property).violation().map(Violation::text);
  }

  @Nested
  class What_follows {
    private final Property charged = after("Charge").eventually("Ship", "Refund");

    @Test
    void is_there() {
      order.run();

      assertThat(violation(charged)).isEmpty();
    }

    @Test
    void is_missing() {
      order.faults().on("Charge").losesReply();

      order.run();

      assertThat(violation(charged))
          .contains(
              "Charge happened at 2026-01-01T00:00:00Z, event 3, but neither Ship nor Refund"
                  + " happened after it.");
    }

    @Test
    void does_not_happen_by_a_call_that_fails() {
      order.mock("Ship").fails("Ship.Down");
      order.mock("Refund").fails("Refund.Down");

      order.run();

      assertThat(violation(charged)).isPresent();
    }

    @Test
    void cannot_be_asked_of_a_Task_that_is_made_to_fail_each_time() {
      order.mock("Ship").fails("Ship.Down");
      order.faults().on("Refund").fails("Refund.Down");

      order.run();

      assertThat(violation(charged)).isEmpty();
    }

    @Test
    void is_asked_of_a_Task_that_is_made_to_fail_once() {
      order.mock("Ship").fails("Ship.Down");
      order.faults().on("Refund").fails("Refund.Down").first(1);

      order.run();

      assertThat(violation(charged)).isPresent();
    }
  }

  @Nested
  class What_comes_before {
    @Test
    void is_there() {
      order.run();

      assertThat(violation(never("Ship").without("Charge"))).isEmpty();
      assertThat(violation(never("Charge").after("Ship", "Refund"))).isEmpty();
    }

    @Test
    void is_missing() {
      order.run();

      assertThat(violation(never("Ship").without("Refund")))
          .contains(
              "Ship happened at 2026-01-01T00:00:00Z, event 8, but Refund did not happen before"
                  + " it.");
    }

    @Test
    void must_not_be_there() {
      order.run();

      assertThat(violation(never("Done").after("Refund", "Ship")))
          .contains(
              "Done was entered at 2026-01-01T00:00:00Z, event 12, although Ship had happened"
                  + " before.");
    }
  }

  @Nested
  class Work {
    @Test
    void is_done_once() {
      order.run();

      assertThat(violation(atMostOnce("Charge"))).isEmpty();
    }

    @Test
    void is_done_twice_where_a_reply_is_lost() {
      order.faults().on("Charge").losesReply().first(1);

      order.run(Map.of("key", "k"));

      assertThat(violation(atMostOnce("Charge")))
          .contains(
              "Charge happened at 2026-01-01T00:00:00Z, event 3, and again at"
                  + " 2026-01-01T00:15:01Z, event 6.");
      assertThat(violation(atMostOncePer("Charge", "$.key")))
          .hasValueSatisfying(text -> assertThat(text).contains("with $.key = \"k\""));
    }

    @Test
    void is_known_again_by_its_key() {
      order.faults().on("Charge").losesReply().first(1);

      order.run(Map.of("key", "k"));

      assertThat(violation(idempotent("Charge", "$.key"))).isEmpty();
      assertThat(violation(idempotent("Charge", "$.other")))
          .hasValueSatisfying(text -> assertThat(text).endsWith("with no value."));
    }

    @Test
    void is_done_once_for_each_value() {
      order.run(Map.of("key", 1));
      order.run(Map.of("key", 2));

      assertThat(violation(atMostOncePer("Charge", "$.key"))).isEmpty();
      assertThat(violation(atMostOnce("Charge"))).isPresent();
    }
  }

  @Nested
  class Ends {
    @Test
    void come_in_time_and_without_too_many_events() {
      order.mock("Charge").returns(Map.of()).taking(Duration.ofMinutes(5));

      order.run();

      assertThat(violation(endsWithin(Duration.ofMinutes(5)).and(endsWithin(14)))).isEmpty();
      assertThat(violation(endsWithin(Duration.ofMinutes(4))))
          .contains("the execution took PT5M of virtual time.");
      assertThat(violation(endsWithin(13)))
          .contains("the execution has 14 events, the last in Done.");
    }

    @Test
    void are_missing_while_an_execution_runs() {
      order.start();

      assertThat(violation(endsWithin(500)))
          .hasValueSatisfying(text -> assertThat(text).startsWith("the execution has not ended"));
    }
  }

  @Nested
  class Data {
    @Test
    void meets_a_condition() {
      order.run();

      assertThat(violation(dataAt("Charge", json -> json.path("paid").asInt() == 7))).isEmpty();
      assertThat(violation(output(json -> json.isObject()))).isEmpty();
    }

    @Test
    void does_not_meet_a_condition() {
      order.run();

      assertThat(violation(dataAt("Charge", json -> json.path("paid").asInt() > 7)))
          .contains("the output of Charge is {\"paid\":7}.");
    }

    @Test
    void is_refused_by_an_assertion() {
      order.run();

      assertThat(
              violation(
                  output(
                      json -> {
                        assertThat(json.has("paid")).as("paid").isTrue();
                        return true;
                      })))
          .hasValueSatisfying(text -> assertThat(text).startsWith("the output is {}: [paid]"));
    }
  }

  @Test
  void tells_what_was_not_reached() {
    order.run();

    Verdict verdict =
        order.judge(never("Refund").without("Charge").and(never("Ship").without("Charge")));

    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.unreached())
        .containsExactly(
            Map.entry("never(\"Refund\").without(\"Charge\")", "Refund never happened"));
    assertThat(verdict.reached()).containsExactly("never(\"Ship\").without(\"Charge\")");
  }

  @Test
  void is_written_as_source() {
    Property property = after("Charge").eventually("Ship", "Refund").and(atMostOnce("Charge"));

    assertThat(property)
        .hasToString(
            "after(\"Charge\").eventually(\"Ship\", \"Refund\").and(atMostOnce(\"Charge\"))");
    assertThat(property.isSource()).isTrue();
    assertThat(property.and(output(json -> true)).isSource()).isFalse();
  }

  @Test
  void a_search_refuses_states_that_are_not_there_before_it_tries_a_case() {
    assertThatThrownBy(() -> order.check(after("Chrage").eventually("Ship")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no state 'Chrage'");
  }

  @Test
  void refuses_states_that_are_not_there() {
    assertThatThrownBy(() -> order.judge(after("Chrage").eventually("Ship")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "has no state 'Chrage', which after(\"Chrage\").eventually(\"Ship\") is about. Did you"
                + " mean 'Charge'?");
    assertThatThrownBy(() -> order.judge(atMostOnce("Done")))
        .hasMessageContaining("has no Task 'Done'");
    assertThatThrownBy(() -> after("Charge").eventually())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void compares_iterations_of_a_Map_each_with_itself() {
    TestStateMachine lines =
        env.define(
            "lines",
            """
            {
              "StartAt": "Lines",
              "States": {
                "Lines": {
                  "Type": "Map",
                  "ItemProcessor": {
                    "StartAt": "Charge",
                    "States": {
                      "Charge": {
                        "Type": "Task",
                        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                        "Next": "Which"
                      },
                      "Which": {
                        "Type": "Choice",
                        "Choices": [{"Variable": "$.good", "BooleanEquals": true, "Next": "Ship"}],
                        "Default": "Forgotten"
                      },
                      "Ship": {"Type": "Pass", "End": true},
                      "Forgotten": {"Type": "Pass", "End": true}
                    }
                  },
                  "End": true
                }
              }
            }
            """);
    lines.mock("Charge").answers(request -> request.input());

    lines.run(List.of(Map.of("good", false), Map.of("good", true)));

    assertThat(lines.judge(after("Charge").eventually("Ship")).violation().orElseThrow().text())
        .startsWith("Lines[0]/Charge happened");
  }
}
