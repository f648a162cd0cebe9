package io.stepunit.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.fault.FaultPlan;
import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixRecordsTest {
  private static final StateMachineDefinition DEFINITION =
      DefinitionLoader.fromText(
          "order",
          """
          {
            "StartAt": "Charge",
            "States": {
              "Charge": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                "Retry": [{"ErrorEquals": ["Gateway.Busy"], "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["Card.Declined"], "Next": "Refused"}],
                "Next": "Ship"
              },
              "Ship": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
                "End": true
              },
              "Refused": {"Type": "Fail", "Error": "Order.Refused"}
            }
          }
          """);

  private static final TestRecording TEMPLATE =
      new TestRecording(() -> new TestId("template", "s1"), null, Optional.empty(), false);

  private final MatrixRecords records =
      new MatrixRecords(
          TEMPLATE, "OrderTest", "survives", DEFINITION, FaultPlan.of(DEFINITION).faults());

  private static Fault fault(String name) {
    return FaultPlan.of(DEFINITION).faults().stream()
        .filter(fault -> fault.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Execution run(Fault fault) {
    TestStateMachine order = StepFunctionsEnvironment.create().register("order", DEFINITION);
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("parcel", "T-9"));
    MachineFaults.of(order.faults()).declare(fault, "@FaultMatrix");
    return order.run(Map.of("id", 7));
  }

  private ObjectNode cell(String name, CellOutcome outcome) {
    Fault fault = fault(name);
    return last(records(fault, outcome, false, List.of(run(fault))));
  }

  private List<ObjectNode> records(
      Fault fault, CellOutcome outcome, boolean testFailed, List<Execution> executions) {
    TestRecording test =
        new TestRecording(() -> new TestId("test", "k"), TEMPLATE, Optional.empty(), false);
    records.add(test, fault, outcome, executions);
    List<RecordedTest.Run> runs =
        executions.stream().map(run -> new RecordedTest.Run(run.arn(), "k-1", "d1")).toList();
    return test.further().get(0).of(new RecordedTest(new TestId("test", "k"), testFailed, runs));
  }

  private static ObjectNode last(List<ObjectNode> records) {
    return records.get(records.size() - 1);
  }

  @Test
  void the_plan_has_the_states_in_order_and_the_faults_of_the_definition_first() {
    Fault fault = fault("Charge × Gateway.Busy, first attempt");

    List<ObjectNode> first = records(fault, CellOutcome.HELD, false, List.of(run(fault)));

    assertThat(first).hasSize(2);
    assertThat(records(fault, CellOutcome.HELD, false, List.of(run(fault)))).hasSize(1);
    assertThat(first.get(0))
        .hasToString(
            """
            {"kind":"sweep","id":"s1","test":"template","type":"FAULT_MATRIX","definition":"d1",\
            "class":"OrderTest","name":"survives","states":["Charge","Ship"],"faults":[\
            {"fault":"Gateway.Busy","general":false},{"fault":"Card.Declined","general":false},\
            {"fault":"times out","general":true},{"fault":"States.TaskFailed","general":true},\
            {"fault":"permission refused","general":true},{"fault":"Unknown.Error","general":true},\
            {"fault":"reply lost","general":true}],"cells":[]}\
            """);
  }

  @Test
  void a_cell_tells_what_happened_visit_by_visit() {
    ObjectNode sweep = cell("Charge × Gateway.Busy, first attempt", CellOutcome.HELD);

    assertThat(sweep.get("cells"))
        .hasToString(
            """
            [{"state":"Charge","fault":"Gateway.Busy","attempts":"FIRST","outcome":"HELD",\
            "test":"test","execution":"k-1","status":"SUCCEEDED","fired":true,"course":[0,1]}]\
            """);
    assertThat(sweep.at("/visits/0").toString())
        .contains("\"path\":\"Charge\",\"type\":\"Task\",\"status\":\"SUCCEEDED\",\"attempts\":2")
        .contains("\"error\":\"Gateway.Busy\"")
        .contains("\"fault\":\"fails with Gateway.Busy, call 1 (the first call)\"")
        .contains("\"answer\":\"{\\\"paid\\\":true}\"");
    assertThat(sweep.at("/visits/1/answer").asText()).isEqualTo("{\"parcel\":\"T-9\"}");
  }

  @Test
  void a_visit_that_was_written_is_not_written_again() {
    cell("Charge × Gateway.Busy, first attempt", CellOutcome.HELD);

    ObjectNode again = cell("Charge × Gateway.Busy, first attempt", CellOutcome.HELD);
    ObjectNode other = cell("Charge × Card.Declined, every attempt", CellOutcome.HELD);

    assertThat(again.at("/cells/0/course")).hasToString("[0,1]");
    assertThat(again.get("visits")).isEmpty();
    assertThat(other.at("/cells/0/course")).hasToString("[2,3]");
    assertThat(other.at("/visits/2/status").asText()).isEqualTo("CAUGHT");
    assertThat(other.at("/visits/3").toString())
        .contains("\"type\":\"Fail\",\"status\":\"FAILED\",\"error\":\"Order.Refused\"");
  }

  @Test
  void a_task_that_fails_for_good_is_told_with_its_error() {
    ObjectNode sweep = cell("Ship × times out, every attempt", CellOutcome.UNHANDLED);

    assertThat(sweep.at("/cells/0/outcome").asText()).isEqualTo("UNHANDLED");
    assertThat(sweep.at("/cells/0/status").asText()).isEqualTo("FAILED");
    assertThat(sweep.at("/cells/0/error").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(sweep.at("/visits/1/status").asText()).isEqualTo("FAILED");
    assertThat(sweep.at("/visits/1/error").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(sweep.at("/visits/1/seconds").asDouble()).isPositive();
  }

  @Test
  void a_test_that_failed_after_all_has_failed() {
    Fault fault = fault("Charge × Gateway.Busy, first attempt");

    ObjectNode sweep = last(records(fault, CellOutcome.HELD, true, List.of(run(fault))));

    assertThat(sweep.at("/cells/0/outcome").asText()).isEqualTo("ASSERTION_FAILED");
  }

  @Test
  void a_pair_names_both_faults() {
    Fault pair =
        fault("Charge × Gateway.Busy, first attempt")
            .and(fault("Ship × reply lost, first attempt"));

    ObjectNode sweep = last(records(pair, CellOutcome.HELD, false, List.of()));

    assertThat(sweep.get("cells"))
        .hasToString(
            """
            [{"state":"Charge","fault":"Gateway.Busy","attempts":"FIRST",\
            "pair":{"state":"Ship","fault":"reply lost","attempts":"FIRST"},\
            "outcome":"HELD","test":"test"}]\
            """);
  }

  @Test
  void a_fault_that_met_no_call_has_not_fired() {
    Fault never = fault("Ship × reply lost, first attempt");

    ObjectNode sweep = last(records(never, CellOutcome.HELD, false, List.of(declined())));

    assertThat(sweep.at("/cells/0/fired").asBoolean()).isFalse();
  }

  /** A run that ends before Ship. */
  private static Execution declined() {
    TestStateMachine order = StepFunctionsEnvironment.create().register("order", DEFINITION);
    order.mock("Charge").fails("Card.Declined");
    return order.run(Map.of("id", 7));
  }
}
