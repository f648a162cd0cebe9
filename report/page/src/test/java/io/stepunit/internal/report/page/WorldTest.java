package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@BrowserTest
class WorldTest {
  private static OpenPage world(Pages pages) {
    return pages.open(Fixtures.of(Fixtures.read("sweeps-page.json")), "#/world");
  }

  @Test
  void tells_what_was_called_how_often_and_what_was_done_twice_first(Pages pages) {
    OpenPage page = world(pages);

    assertThat(page.texts(".work .what"))
        .containsExactly(
            "CreateShipment lambda:invoke",
            "ReserveLine lambda:invoke",
            "TellCustomer sqs:sendMessage");
    assertThat(page.text(".work:first-child .figures-line"))
        .contains("1 duplicate", "2 happened", "1 failed");
    assertThat(page.text(".repeated")).contains("attempt 3 · the same as call 3");
  }

  @Test
  void shows_sent_data_as_text(Pages pages) {
    OpenPage page = world(pages);

    assertThat(page.texts(".work:nth-child(3) .data"))
        .containsExactly(
            "{\"QueueUrl\":\"https://sqs/q\",\"MessageBody\":\"<script>alert(1)</script>\"}");
  }

  @Test
  void shows_messages_and_the_objects_of_buckets(Pages pages) {
    OpenPage page = world(pages);

    assertThat(page.text(".messages li")).contains("sqs", "TellCustomer", "Your parcel T-9");
    assertThat(page.texts(".objects .object code"))
        .containsExactly("2026/orders.csv", "results/manifest.json", "logo.png");
    page.click(".objects summary");
    assertThat(page.text(".objects pre")).startsWith("id,amount");
  }

  @Test
  void shows_who_started_whom_and_how_map_runs_ended(Pages pages) {
    OpenPage page = world(pages);

    assertThat(page.texts(".tree > ul > li > .node .strong")).containsExactly("order-saga");
    assertThat(page.texts(".tree > ul > li > ul > li > .node .strong"))
        .containsExactly("ImportLines", "ship-parcel");
    assertThat(page.texts(".tree > ul > li > ul > li > ul > li > .node > .strong"))
        .containsExactly("print-label");
    assertThat(page.text(".map-run p")).isEqualTo("998 succeeded, 2 failed · 2 tolerated");
    assertThat(page.text(".tree .more")).isEqualTo("998 more");
  }

  @Test
  void an_execution_whose_input_does_not_tell_who_started_it_stands_below_its_parent(Pages pages) {
    JsonNode tree = Fixtures.read("sweeps-page.json");
    JsonNode world = tree.at("/worlds/k1");
    ((ObjectNode) world.at("/executions/1")).put("id", "k2-1").remove("startedBy");
    tree.at("/index/executions")
        .forEach(
            entry -> {
              if (entry.get("id").asText().equals("k2-1")) {
                ((ObjectNode) entry).put("parentArn", "arn:e1");
              }
            });

    OpenPage page = pages.open(Fixtures.of(tree), "#/world");

    assertThat(page.texts(".tree > ul > li > ul > li > .node .strong")).contains("ship-parcel");
  }

  @Test
  void leads_to_executions_that_the_report_holds(Pages pages) {
    OpenPage page = world(pages);

    page.clickText(".tree a", "run-1");

    assertThat(page.address()).isEqualTo("#/execution/k1-1");
  }

  @Test
  void leads_to_child_executions_of_map_runs_that_the_report_holds(Pages pages) {
    JsonNode tree = Fixtures.read("sweeps-page.json");
    ArrayNode executions = (ArrayNode) tree.at("/index/executions");
    executions.add(
        executions.get(0).<ObjectNode>deepCopy().put("id", "k1-1.1.17").put("name", "c-17"));

    OpenPage page = pages.open(Fixtures.of(tree), "#/world");

    page.clickText(".tree a", "c-17");
    assertThat(page.address()).isEqualTo("#/execution/k1-1.1.17");
  }

  @Test
  void several_worlds_are_listed_and_filtered(Pages pages) {
    JsonNode tree = Fixtures.read("sweeps-page.json");
    ArrayNode worlds = (ArrayNode) tree.at("/index/worlds");
    ObjectNode quiet = worlds.addObject();
    quiet.put("test", tree.at("/index/tests/0/id").asText());
    quiet.put("key", tree.at("/index/tests/0/key").asText());
    quiet.put("calls", 0).put("executions", 1);

    OpenPage page = pages.open(Fixtures.of(tree), "#/world");

    assertThat(page.texts(".world-row .badge")).containsExactly("1 duplicate");
    page.click(".filter-field");
    page.type("1 map run");
    page.await(".world-row", rows -> rows.size() == 1);
    page.click(".world-row a");
    page.awaitText(".work .what", "CreateShipment");
  }

  @Test
  void fits_a_telephone(Pages pages) {
    OpenPage page = world(pages);

    page.resize(390, 844);

    assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= 390")).isTrue();
  }
}
