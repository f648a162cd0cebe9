package io.stepunit.internal.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;

class JoinedSweepTest {
  private static final String PLAN =
      """
      {"kind":"sweep","id":"s1","type":"FAULT_MATRIX","states":["Charge","Ship"],
       "faults":[{"fault":"Busy","general":false},{"fault":"times out","general":true}],"cells":[]}
      """;

  private final JoinedSweep sweep = new JoinedSweep();

  private void add(String record) {
    sweep.add((ObjectNode) Json.parse(record));
  }

  private static String cell(String state, String fault, String attempts, int... course) {
    StringBuilder numbers = new StringBuilder();
    for (int number : course) {
      numbers.append(numbers.isEmpty() ? "" : ",").append(number);
    }
    return "{\"state\":\"%s\",\"fault\":\"%s\",\"attempts\":\"%s\",\"outcome\":\"HELD\",\"course\":[%s]}"
        .formatted(state, fault, attempts, numbers);
  }

  private static String record(String cell, String visits) {
    return "{\"kind\":\"sweep\",\"id\":\"s1\",\"definition\":\"d1\",\"cells\":[%s],\"visits\":{%s}}"
        .formatted(cell, visits);
  }

  @Test
  void cells_stand_in_the_order_of_the_plan_whatever_ran_first() {
    add(PLAN);
    add(record(cell("Ship", "times out", "FIRST", 0), "\"0\":{\"path\":\"A\"}"));
    add(record(cell("Charge", "times out", "EVERY", 0, 1), "\"1\":{\"path\":\"B\"}"));
    add(record(cell("Charge", "times out", "FIRST", 1), ""));
    add(record(cell("Charge", "Busy", "EVERY", 1, 0), ""));

    ObjectNode joined = sweep.toJson();

    assertThat(joined.get("cells"))
        .extracting(
            cell ->
                cell.get("state").asText()
                    + " "
                    + cell.get("fault").asText()
                    + " "
                    + cell.get("attempts").asText()
                    + " "
                    + cell.get("course"))
        .containsExactly(
            "Charge Busy EVERY [0,1]",
            "Charge times out FIRST [0]",
            "Charge times out EVERY [1,0]",
            "Ship times out FIRST [1]");
    assertThat(joined.get("visits")).hasToString("{\"0\":{\"path\":\"B\"},\"1\":{\"path\":\"A\"}}");
    assertThat(joined.get("definition").asText()).isEqualTo("d1");
  }

  @Test
  void of_a_combination_that_ran_again_the_last_counts_with_the_visits_of_its_run() {
    add(PLAN);
    add(record(cell("Charge", "Busy", "FIRST", 0), "\"0\":{\"path\":\"A\"}"));
    add(record(cell("Ship", "Busy", "FIRST", 0), ""));
    add(PLAN);
    add(record(cell("Ship", "Busy", "FIRST", 0), "\"0\":{\"path\":\"C\"}"));

    ObjectNode joined = sweep.toJson();

    assertThat(joined.at("/cells/0/course")).hasToString("[0]");
    assertThat(joined.at("/cells/1/course")).hasToString("[1]");
    assertThat(joined.at("/visits/1/path").asText()).isEqualTo("C");
    assertThat(joined.get("cells")).hasSize(2);
  }

  @Test
  void pairs_follow_the_single_faults() {
    add(PLAN);
    String pair =
        "{\"state\":\"Charge\",\"fault\":\"Busy\",\"attempts\":\"FIRST\",\"pair\":{\"state\":\"Ship\",\"fault\":\"Busy\",\"attempts\":\"FIRST\"}}";
    add(record(pair, ""));
    add(record(cell("Ship", "times out", "EVERY"), ""));

    assertThat(sweep.toJson().get("cells"))
        .extracting(cell -> cell.has("pair"))
        .containsExactly(false, true);
  }
}
