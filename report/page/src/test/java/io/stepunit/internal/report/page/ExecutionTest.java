package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class ExecutionTest {
  private static final String CARRIER = "#/execution/carrier-1";
  private static final String TAB = "[role=tab][aria-selected=true]";
  private static final String NAME = ".state-head h2";

  @Test
  void says_how_it_ended_which_test_ran_it_and_how_long_it_took(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    assertThat(page.text(".view-head .badge")).isEqualTo("Failed");
    assertThat(page.text(".view-head h1"))
        .isEqualTo("A carrier that stays down refunds the customer");
    assertThat(page.text(".view-head .meta"))
        .isEqualTo(
            "CarrierTest · order-saga.asl.json · 4 d 8 h 2 min 45 s virtual · 25 ms real"
                + " · 89 events");
    assertThat(page.text(".note.bad")).isEqualTo("Carrier.Unavailable Maintenance");
  }

  @Test
  void opens_at_the_attempts_whose_error_ended_it(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    assertThat(page.text(NAME)).isEqualTo("CreateShipment");
    assertThat(page.text(".state-head .badge")).isEqualTo("Caught");
    assertThat(page.text(".state-meta")).isEqualTo("2 min 38.5 s · Lambda create-shipment:live");
    assertThat(page.text(TAB)).isEqualTo("Attempts\n4");
  }

  @Test
  void tells_of_each_attempt_what_answered_it_and_why_the_next_came_when_it_came(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    assertThat(page.text(".asked summary"))
        .contains("{\"orderId\":\"A-1002\",\"reservations\":[\"R-0\",\"R-1\",\"R-2\"]}");
    assertThat(page.texts(".attempt summary"))
        .hasSize(4)
        .first()
        .asString()
        .contains("Attempt 1", "4 s", "Carrier.Unavailable Maintenance", "CarrierTest.java:20");
    assertThat(page.texts(".rail"))
        .containsExactly(
            "30 s later (Retry[0]: 30 s)",
            "45 s later (Retry[0]: 30 s × 1.5)",
            "1 min 7.5 s later (Retry[0]: 30 s × 1.5²)",
            "retries used up, caught by Catch[0] States.ALL → RefundPayment");
  }

  @Test
  void the_state_that_caught_an_error_is_one_click_away(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.clickText(".rail .link", "RefundPayment");

    page.awaitText(NAME, "RefundPayment");
  }

  @Test
  void a_click_in_the_graph_selects_in_all_three_and_sets_the_address(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.click("[data-node='/States/ChargePayment']");

    page.awaitText(NAME, "ChargePayment");
    assertThat(page.text(".tl-row.chosen")).isEqualTo("ChargePayment");
    assertThat(page.texts(".events-head [aria-pressed=true]")).containsExactly("ChargePayment×");
    assertThat(page.texts(".event-row .event-type")).startsWith("TaskStateEntered");
    awaitAddress(page, CARRIER + "/state/ChargePayment");
  }

  @Test
  void a_click_in_the_timeline_selects_in_all_three_and_sets_the_address(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.clickText(".tl-name", "[2] ReserveLine");

    page.awaitText(NAME, "ReserveLine");
    assertThat(page.text(".state-meta")).startsWith("ReserveInventory[2]");
    awaitAddress(page, CARRIER + "/state/ReserveInventory[2]/ReserveLine");
  }

  @Test
  void a_click_on_an_event_shows_that_instant_everywhere(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.act("document.querySelector('.events').scrollTop = 0");
    page.click("[data-event='4'] .event-type");

    page.awaitText(NAME, "ReserveInventory");
    assertThat(page.text(".state-head .badge")).isEqualTo("In progress");
    assertThat(page.text(".counter")).isEqualTo("event 4 of 89");
    assertThat(page.texts(".data-none")).containsExactly("In progress: there is no output yet.");
    awaitAddress(page, CARRIER + "/state/ReserveInventory/event/4");
  }

  @Test
  void an_address_shows_a_state_an_attempt_and_an_instant(Pages pages) {
    OpenPage page =
        pages.open(Fixtures.executions(), CARRIER + "/state/CreateShipment/attempt/2/event/66");

    assertThat(page.text(NAME)).isEqualTo("CreateShipment");
    assertThat(page.text(".counter")).isEqualTo("event 66 of 89");
    assertThat(page.all(".attempt")).hasSize(2);
    assertThat(page.text(".attempts .chosen")).contains("Attempt 2");
    assertThat(page.find(".attempts .chosen details").getDomProperty("open")).isEqualTo("true");
  }

  @Test
  void a_new_address_of_the_same_execution_changes_what_is_chosen(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.goTo(CARRIER + "/state/WaitForShippingSlot");

    page.awaitText(NAME, "WaitForShippingSlot");
  }

  @Test
  void a_state_that_was_not_reached_shows_its_definition_only(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.click("[data-node='/States/OrderStuck']");

    page.awaitText(NAME, "OrderStuck");
    assertThat(page.text(".state-head .badge")).isEqualTo("Not reached");
    assertThat(page.texts("[role=tab]")).containsExactly("Definition");
    assertThat(page.text(".source-place")).isEqualTo("order-saga.asl.json:315");
  }

  @Test
  void marks_what_a_state_changes_in_the_data(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER + "/state/IsApproved");

    assertThat(page.text(".data-title")).isEqualTo("Input and output are the same");

    page.goTo(CARRIER + "/state/AwaitApproval");
    page.awaitText(NAME, "AwaitApproval");
    page.type("1");

    page.await(".json-line.added", lines -> !lines.isEmpty());
    assertThat(page.texts(".json-line.added"))
        .containsExactly("added: \"approval\": { \"approved\": true, \"by\": \"desk\" }\n");
    assertThat(page.all(".json-line.removed")).isEmpty();
  }

  @Test
  void folds_what_is_equal_and_opens_it(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER + "/state/AwaitApproval");

    page.type("1");
    page.clickText(".json-fold", "5 equal members");

    assertThat(page.all(".json-fold")).isEmpty();
    assertThat(page.texts(".json-line")).anyMatch(line -> line.startsWith("\"orderId\": "));
  }

  @Test
  void the_data_flow_shows_each_step_and_folds_those_that_change_nothing(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER + "/state/ChargePayment");

    page.type("2");

    page.awaitText(TAB, "Data flow");
    assertThat(page.texts(".flow-step summary strong"))
        .containsExactly("Input", "Parameters", "Result", "ResultSelector", "ResultPath");
    assertThat(page.texts(".flow-same"))
        .containsExactly("InputPath changes nothing", "OutputPath changes nothing");
    assertThat(page.texts("[data-step=ResultPath] .json-line.added"))
        .containsExactly("added: \"payment\": { \"chargeId\": \"C-77\" }\n");
  }

  @Test
  void the_data_flow_of_jsonata_has_its_own_fields(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/pricing-1/state/Price");

    page.type("2");

    page.awaitText(TAB, "Data flow");
    assertThat(page.texts(".flow-step summary strong"))
        .containsExactly("Input", "Arguments", "Result", "Assign", "Output");
  }

  @Test
  void variables_are_those_of_the_instant(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/pricing-1/state/Price/event/5");

    page.clickText("[role=tab]", "Variables");
    assertThat(page.text("#state-panel")).isEqualTo("No variable is assigned at this event.");

    page.type("]");
    page.awaitText("#state-panel", "$unit assigned by Price");
    assertThat(page.texts(".variable .json")).containsExactly("4.2\n");
  }

  @Test
  void the_definition_tab_shows_the_lines_of_the_state(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.type("4");

    page.awaitText(".source-place", "order-saga.asl.json:170");
    assertThat(page.texts(".source-number")).first().isEqualTo("170");
    assertThat(page.find(".source-place a").getDomAttribute("href"))
        .isEqualTo("#/definition/d0/state/%2FStates%2FCreateShipment");
  }

  @Test
  void steps_through_a_state_that_was_visited_again_and_again(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/poller-1/state/Poll");

    assertThat(page.text(".visits")).isEqualTo("visit 4 of 4");

    page.click("[aria-label='Visit before']");

    page.awaitText(".visits", "visit 3 of 4");
  }

  @Test
  void tells_who_started_it_and_what_it_started(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/contract-1");

    page.clickText(".note a", "order-5");
    page.awaitText(".view-head .meta", "poller.asl.json");
    page.clickText(".note a", "order-4");

    page.awaitText(".view-head .meta", "contract.asl.json");
    assertThat(page.address()).isEqualTo("#/execution/contract-1");
  }

  @Test
  void states_of_a_map_run_show_what_its_child_executions_did(Pages pages) {
    JsonNode tree = Fixtures.read("executions-page.json");
    String inside = "/States/ImportOrders/ItemProcessor/States/ImportOne";
    ObjectNode marks = ((ObjectNode) tree.at("/executions/import-1")).putObject("inMapRuns");
    marks.putObject("states").putObject(inside).put("status", "FAILED").put("visits", 1000);
    marks.putObject("transitions").put(inside + "/End", 997);
    ((ObjectNode) tree.at("/executions/import-1/mapRuns/0")).putArray("children").add("child-1");

    OpenPage page = pages.open(Fixtures.of(tree), "#/execution/import-1/state/ImportOne");

    assertThat(page.attributes(".graph-svg .node.bad", "aria-label"))
        .anyMatch(it -> it.contains("ImportOne"));
    assertThat(page.text(".state-head .badge")).isEqualTo("Failed");
    assertThat(page.text(".state-meta")).contains("1,000 visits in child executions");
    page.click(".note.kin a");
    assertThat(page.address()).startsWith("#/execution/child-1");
  }

  @Test
  void tells_of_a_map_run_how_its_items_ended(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/import-1");

    assertThat(page.text(".notes"))
        .contains("ImportOrders:8d1c: 1,000 items (997 succeeded, 3 failed)");
  }

  @Test
  void an_execution_that_has_not_ended_says_so(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/parked-1");

    assertThat(page.text(".view-head .badge")).isEqualTo("In progress");
    assertThat(page.text(".note.running")).startsWith("It still ran when the test ended");
    assertThat(page.text(NAME)).isEqualTo("FourMonths");
    assertThat(page.all(".tl-bar.open")).hasSize(1);
  }

  @Test
  void an_execution_without_events_shows_its_data(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/express-1");

    assertThat(page.text(NAME)).isEqualTo("Execution");
    assertThat(page.text(".counter")).isEqualTo("no events");
    assertThat(page.text(".events .empty")).isEqualTo("This execution has no events.");
    assertThat(page.texts(".json-line.added")).containsExactly("added: \"ok\": 1\n");
  }

  @Test
  void an_execution_that_the_page_does_not_hold_says_so(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/other-1");

    assertThat(page.text(".empty strong")).isEqualTo("There is no such execution");
  }

  @Test
  void a_state_that_was_stopped_has_no_output(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/fan-1/state/Fan[9]%2FWork9");

    assertThat(page.text(".state-head .badge")).isEqualTo("Aborted");
    page.type("1");
    page.awaitText(".data-none", "There is no output: the state did not exit.");
  }

  @Test
  void the_raw_json_is_one_click_away(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/pricing-1");

    page.clickText(".view-head button", "Raw JSON");
    page.clickText("dialog button", "History");

    page.awaitText(".raw-body", "\"type\": \"ExecutionStarted\"");
    page.type(Keys.ESCAPE);
    page.await("dialog", List::isEmpty);
  }

  @Test
  void panes_fold_and_their_heads_are_splitters(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);
    int before = page.find(".part-state").getSize().height;

    page.click("[aria-label='Fold timeline']");
    assertThat(page.find(".tl-scroll").isDisplayed()).isFalse();
    page.click("[aria-label='Unfold timeline']");
    page.act("document.querySelector('.part-timeline .splitter').focus()");
    page.type(Keys.ARROW_DOWN, Keys.ARROW_DOWN);

    assertThat(page.find(".part-state").getSize().height).isGreaterThan(before + 20);
  }

  @Test
  void nothing_is_wider_than_a_telephone(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.resize(390, 844);

    assertThat(
            page.run(
                "const root = document.documentElement; return root.scrollWidth - root.clientWidth"))
        .isEqualTo(0L);
    assertThat(page.find(".timeline-kind").isDisplayed()).isFalse();
  }

  @Test
  void follows_the_colours_of_the_system(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);
    String light = page.style(".tl-bar.caught", "background-color");

    page.darken();

    assertThat(page.style(".tl-bar.caught", "background-color")).isNotEqualTo(light);
  }

  @Test
  void prints_all_events_and_all_attempts(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.emulatePrint();

    assertThat(page.all("[data-event]")).hasSize(89);
    assertThat(page.all(".attempt[open]")).hasSize(4);
    assertThat(page.find(".playing").isDisplayed()).isFalse();
  }

  private static void awaitAddress(OpenPage page, String address) {
    page.await("body", any -> page.address().equals(address));
  }
}
