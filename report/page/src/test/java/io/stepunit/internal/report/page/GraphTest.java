package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.graph.PlacedMachine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class GraphTest {
  private static final String SAGA =
      "#/definition/" + Fixtures.orderSaga().index().at("/definitions/0/id").asText();

  /** The saga as it is laid out. */
  private static PageData saga() {
    PageData saga = Fixtures.orderSaga();
    ObjectNode definition = (ObjectNode) saga.index().at("/definitions/0");
    definition.set("graph", PlacedMachine.of(definition.get("asl")).toJson());
    return saga;
  }

  /** A page of a machine: a chain of Tasks, of which each tenth catches errors. */
  private static PageData chainOf(int states, int reached) {
    ObjectNode asl = Json.NODES.objectNode().put("StartAt", "S0");
    ObjectNode all = asl.putObject("States");
    for (int i = 0; i < states - 1; i++) {
      ObjectNode state =
          all.putObject("S" + i)
              .put("Type", "Task")
              .put("Resource", "arn:aws:states:::sqs:sendMessage");
      if (i % 10 == 0) {
        state.putArray("Catch").addObject().put("Next", "Failed").putArray("ErrorEquals").add("E");
      }
      if (i == states - 2) {
        state.put("End", true);
      } else {
        state.put("Next", "S" + (i + 1));
      }
    }
    all.putObject("Failed").put("Type", "Fail");
    ObjectNode index = (ObjectNode) Fixtures.empty().index();
    ObjectNode definition = ((ArrayNode) index.get("definitions")).addObject();
    definition.put("id", "d0").put("name", "chain").put("text", "{}").put("type", "STANDARD");
    definition.set("asl", asl);
    definition.putObject("lines");
    definition.set("graph", PlacedMachine.of(asl).toJson());
    ObjectNode coverage = definition.putObject("coverage");
    coverage.putObject("totals");
    coverage.putArray("holes");
    ArrayNode points = coverage.putArray("points");
    for (int i = 0; i < reached; i++) {
      points.addObject().put("key", "/States/S" + i).put("kind", "STATE").put("count", 1);
    }
    return new PageData(index, List.of());
  }

  private static String labelOf(OpenPage page, String state) {
    return page.find("[data-node='/States/" + state + "']").getDomAttribute("aria-label");
  }

  @Test
  void says_of_each_state_how_often_it_was_reached(Pages pages) {
    OpenPage page = pages.open(saga(), SAGA);

    assertThat(labelOf(page, "CheckOrder")).isEqualTo("CheckOrder, Choice, reached 27 times");
    assertThat(labelOf(page, "OrderStuck")).isEqualTo("OrderStuck, Fail, never reached");
    assertThat(page.find("[data-node='/States/OrderStuck']").getDomAttribute("class"))
        .isEqualTo("node never");
  }

  @Test
  void tells_two_transitions_between_the_same_states_apart(Pages pages) {
    OpenPage page = pages.open(saga(), SAGA);

    assertThat(page.all("[data-edge='/States/Notify/Next']")).hasSize(1);
    assertThat(page.texts("[data-edge^='/States/Notify/'] title"))
        .containsExactlyInAnyOrder("taken 14×", "States.ALL · taken 2×");
  }

  @Test
  void arrows_walk_along_transitions_and_there_is_one_tab_stop(Pages pages) {
    OpenPage page = pages.open(saga(), SAGA + "/state/CheckOrder");

    page.find("[data-node='/States/CheckOrder'].selected");
    page.type(Keys.ARROW_DOWN);
    page.find("[data-node='/States/ReserveInventory'].selected");
    page.type(Keys.ARROW_DOWN);
    page.find("[data-node$='/States/ReserveLine'].selected");
    page.type(Keys.ARROW_DOWN);
    page.find("[data-node='/States/NeedsApproval'].selected");
    page.type(Keys.ARROW_RIGHT);
    page.find("[data-node='/States/RefuseOrder'].selected");
    page.type(Keys.ARROW_UP);

    page.find("[data-node='/States/CheckOrder'].selected");
    assertThat(page.all(".graph-svg [tabindex='0']")).hasSize(1);
    assertThat(page.address()).isEqualTo(SAGA + "/state/CheckOrder");
  }

  @Test
  void colours_an_execution_by_what_became_of_its_states(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/carrier-1");

    assertThat(labelOf(page, "CreateShipment"))
        .isEqualTo("CreateShipment, Task, caught, 4 attempts");
    assertThat(labelOf(page, "ReserveInventory"))
        .isEqualTo("ReserveInventory, Map, succeeded, 3 of 3 iterations succeeded");
    assertThat(labelOf(page, "RefuseOrder")).isEqualTo("RefuseOrder, Fail, not reached");
    assertThat(page.find("[data-edge='/States/CreateShipment/Catch/0']").getDomAttribute("class"))
        .isEqualTo("edge taken catch");
    assertThat(page.find("[data-edge='/States/CreateShipment/Next']").getDomAttribute("class"))
        .isEqualTo("edge untaken");
    assertThat(page.text(".graph-legend")).isEqualTo("Succeeded\nCaught\nFailed\nNot reached");
  }

  @Test
  void zooms_and_fits(Pages pages) {
    OpenPage page = pages.open(chainOf(40, 40), "#/definition/d0");
    page.find("[data-node='/States/S0']");
    Object before =
        page.run("return document.querySelector('.graph-svg > g').getAttribute('transform')");

    page.type("f");
    assertThat(page.all(".graph-svg.far")).as("names that nobody could read").hasSize(1);
    page.click(".graph-tools [aria-label='Larger (+)']");

    assertThat(
            page.run("return document.querySelector('.graph-svg > g').getAttribute('transform')"))
        .isNotEqualTo(before);
  }

  @Test
  void folds_what_a_great_machine_has_not_reached_and_unfolds_it_again(Pages pages) {
    OpenPage page = pages.open(chainOf(320, 100), "#/definition/d0");

    page.find(".graph-map");
    int folded = page.all("[data-node]").size();
    assertThat(folded).isLessThan(200);
    page.act(
        "document.querySelector('[data-fold]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");

    page.await("[data-node]", nodes -> nodes.size() > folded);
  }

  @Test
  void a_state_that_is_folded_away_is_shown_when_it_is_chosen(Pages pages) {
    OpenPage page = pages.open(chainOf(320, 100), "#/definition/d0");
    page.find(".graph-map");
    assertThat(page.all("[data-node='/States/S215']")).isEmpty();

    page.goTo("#/definition/d0/state/S215");

    page.find("[data-node='/States/S215'].selected");
  }

  @Test
  void of_a_machine_of_2000_states_what_is_in_sight_is_drawn(Pages pages) {
    OpenPage page = pages.open(chainOf(2000, 2000), "#/definition/d0");

    assertThat(page.await("[data-node]", nodes -> !nodes.isEmpty())).hasSizeLessThan(200);
    page.act(
        "document.querySelector('.graph-map').dispatchEvent(new PointerEvent('pointerdown',"
            + " {buttons: 1, clientX: innerWidth, clientY: innerHeight}))");

    page.find("[data-node='/States/S1990']");
    assertThat(page.all("[data-node='/States/S5'], [data-edge='/States/S5/Next']")).isEmpty();
    assertThat(page.all("[data-edge='/States/S1990/Next']")).hasSize(1);
    assertThat(labelOf(page, "S1990")).isEqualTo("S1990, Task, reached once");
    assertThat(page.all("[data-node]")).hasSizeLessThan(200);
  }

  @Test
  void a_state_out_of_sight_is_drawn_when_it_is_chosen(Pages pages) {
    OpenPage page = pages.open(chainOf(2000, 2000), "#/definition/d0");
    page.find("[data-node='/States/S0']");

    page.goTo("#/definition/d0/state/S1500");

    page.find("[data-node='/States/S1500'].selected[aria-current='true'][tabindex='0']");
    page.find("[data-edge='/States/S1501/Next']");
    assertThat(page.all(".graph-svg .selected")).hasSize(1);
    assertThat(page.all(".graph-svg [tabindex='0']")).hasSize(1);
  }

  @Test
  void arrows_walk_out_of_what_was_drawn_with_the_focus(Pages pages) {
    OpenPage page = pages.open(chainOf(2000, 2000), "#/definition/d0/state/S100");
    page.find("[data-node='/States/S100'].selected");

    for (int i = 101; i <= 150; i++) {
      page.type(Keys.ARROW_DOWN);
      page.find("[data-node='/States/S" + i + "'].selected");
    }

    page.find("[data-node='/States/S150']:focus");
    page.await("[data-node='/States/S100']", List::isEmpty);
  }

  @Test
  void a_great_machine_seen_from_afar_is_drawn_with_few_elements(Pages pages) {
    OpenPage page = pages.open(chainOf(2000, 2000), "#/definition/d0/state/S100");
    page.find("[data-node='/States/S100'].selected");

    for (int i = 0; i < 12; i++) {
      page.type("-");
    }

    page.find(".graph-svg.far [data-node='/States/S130'][aria-label='S130, Task, reached once']");
    assertThat(page.all("[data-edge], [data-node] .name")).isEmpty();
    assertThat(page.all(".edge.merged")).hasSizeBetween(1, 5);
    page.type("+", "+", "+", "+", "+", "+", "+", "+", "+", "+");
    page.find("[data-node='/States/S100'].selected .name");
    page.find("[data-edge='/States/S100/Next']");
  }

  @Test
  void paper_has_all_2000_states_of_a_great_machine(Pages pages) {
    OpenPage page = pages.open(chainOf(2000, 2000), "#/definition/d0");
    page.find("[data-node='/States/S0']");

    page.emulatePrint();

    assertThat(page.all("[data-node]")).hasSize(2000);
    assertThat(page.all("[data-edge='/States/S1500/Next'] .arrow")).hasSize(1);
    page.act("dispatchEvent(new Event('afterprint'))");
    page.await("[data-node]", nodes -> nodes.size() < 200);
    assertThat(page.all(".graph-strip")).isEmpty();
  }

  @Test
  void on_paper_a_long_graph_is_cut_into_strips_each_state_whole_in_one_of_them(Pages pages) {
    OpenPage page = pages.open(chainOf(300, 300), "#/definition/d0");
    page.find("[data-node='/States/S0']");

    page.emulatePrint();

    Object whole =
        page.run(
            """
            const names = new Set();
            for (const strip of document.querySelectorAll('.graph-strip')) {
              const part = strip.getBoundingClientRect();
              for (const node of strip.querySelectorAll('.node')) {
                const { top, bottom, height } = node.querySelector('.box').getBoundingClientRect();
                if (height > 15 && top >= part.top && bottom <= part.bottom) names.add(node.querySelector('.name').textContent);
              }
            }
            return names.size;
            """);
    assertThat(whole).isEqualTo(300L);
    assertThat(page.find(".graph-surface > .graph-svg").isDisplayed()).isFalse();
  }

  @Test
  void paper_has_all_states_though_a_picture_of_the_pane_was_still_to_be_drawn(Pages pages) {
    OpenPage page = pages.open(chainOf(2000, 2000), "#/definition/d0");
    page.find("[data-node='/States/S0']");

    page.act(
        """
        document.querySelector(".graph-tools [aria-label='Larger (+)']").click();
        dispatchEvent(new Event('beforeprint'));
        """);

    assertThat(page.all("[data-node]")).hasSize(2000);
  }

  @Test
  void labels_of_transitions_do_not_cover_each_other(Pages pages) {
    OpenPage page = pages.open(saga(), SAGA + "/state/NeedsApproval");
    page.find("[data-node='/States/NeedsApproval'].selected");

    for (int i = 0; i < 4; i++) {
      page.type("+");
    }

    page.await(".graph-svg .label", labels -> labels.size() > 2);
    assertThat(
            page.run(
                """
                const boxes = [...document.querySelectorAll('.graph-svg .label rect')]
                    .map((element) => element.getBoundingClientRect());
                return boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) =>
                    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)).length;
                """))
        .isEqualTo(0L);
  }

  @Test
  void paper_has_the_whole_graph(Pages pages) {
    OpenPage page = pages.open(saga(), SAGA);
    page.find("[data-node='/States/CheckOrder']");

    page.emulatePrint();

    JsonNode graph = saga().index().at("/definitions/0/graph");
    assertThat(page.find(".graph-svg").getDomAttribute("viewBox"))
        .isEqualTo("0 0 " + graph.get("width").asText() + " " + graph.get("height").asText());
  }
}
