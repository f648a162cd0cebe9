package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class MatrixTest {
  private static final String FAILED = "#/matrix/s1/CreateShipment/reply lost/FIRST";

  private static OpenPage matrix(Pages pages) {
    return pages.open(Fixtures.of(Fixtures.read("sweeps-page.json")), "#/matrix/s1");
  }

  @Test
  void says_what_came_of_how_many_combinations(Pages pages) {
    OpenPage page = matrix(pages);

    assertThat(page.text("h1")).isEqualTo("Nobody is cheated");
    assertThat(page.text(".page-head .badge")).isEqualTo("1 of 95 failed");
    assertThat(page.texts(".legend-item"))
        .containsExactly(
            "Held, succeeded 27",
            "Held, Task never called 27",
            "Held, ended in an error 40",
            "Assertion failed 1");
  }

  @Test
  void has_a_row_for_each_state_and_two_columns_for_each_fault(Pages pages) {
    OpenPage page = matrix(pages);

    assertThat(page.texts(".cells tbody th"))
        .containsExactly(
            "ReserveLine",
            "AwaitApproval",
            "ChargePayment",
            "CreateShipment",
            "TellCustomer",
            "TellWarehouse",
            "RefundPayment",
            "ReleaseInventory",
            "CallOperator");
    assertThat(page.texts(".cells thead th"))
        .startsWith("Lambda.ServiceException")
        .containsSubsequence("Carrier.Unavailable", "times out", "reply lost");
    assertThat(page.all(".cells tbody tr:first-child td:not(.total)")).hasSize(20);
    assertThat(page.style(".cells td i", "width")).isEqualTo("28px");
    assertThat(page.style(".cells thead th span", "writing-mode")).isEqualTo("vertical-rl");
  }

  @Test
  void has_totals_on_both_margins(Pages pages) {
    OpenPage page = matrix(pages);

    assertThat(page.texts(".cells tbody td.total"))
        .containsExactly("15", "9", "13", "1 of 13", "9", "9", "9", "9", "9");
    assertThat(page.texts(".cells tfoot td.total"))
        .containsExactly("4", "2", "4", "2", "2", "18", "18", "18", "18", "1 of 9", "1 of 95");
  }

  @Test
  void shows_the_first_failure_beside_the_fault_free_execution_from_the_first_difference_on(
      Pages pages) {
    OpenPage page = matrix(pages);

    assertThat(page.text(".comparison h2")).isEqualTo("CreateShipment × reply lost, first attempt");
    assertThat(page.text(".comparison pre")).startsWith("Expecting RefundPayment to happen");
    assertThat(page.texts(".compared thead th span"))
        .containsExactly("Without the fault", "With the fault");
    assertThat(page.texts(".compared tbody tr:nth-child(1) td"))
        .containsExactly("9 states alike: CheckOrder to WaitForShippingSlot", "9 states alike");
    assertThat(page.texts(".compared tbody tr:nth-child(2) td"))
        .containsExactly(
            "CreateShipment answered {\"trackingId\":\"T-9\"}",
            "CreateShipment did its work, reply lost, States.Timeout after 1 min");
    assertThat(page.texts(".compared tbody tr:nth-child(3) td:first-child .compared-line"))
        .containsExactly("Notify, TellCustomer, TellWarehouse, WriteReceipt, OrderShipped");
    assertThat(page.texts(".compared tbody tr:nth-child(3) td:last-child .compared-line"))
        .containsExactly(
            "RefundPayment answered {\"refunded\":true}",
            "ReleaseInventory",
            "OrderFailed Order.Failed");
  }

  @Test
  void marks_the_state_that_the_failed_assertion_names(Pages pages) {
    OpenPage page = matrix(pages);

    assertThat(page.texts(".right .tinted.bad"))
        .containsExactly("RefundPayment answered {\"refunded\":true}", "OrderFailed Order.Failed");
  }

  @Test
  void unfolds_what_is_alike(Pages pages) {
    OpenPage page = matrix(pages);

    page.click(".compared .fold");

    page.await(".compared .left.alike", lines -> lines.size() == 9);
    assertThat(page.texts(".compared .right.alike")).startsWith("CheckOrder", "ReserveInventory");
  }

  @Test
  void a_cell_opens_its_combination_and_from_there_its_execution(Pages pages) {
    OpenPage page = matrix(pages);

    page.click(
        "[aria-label='CreateShipment × Carrier.Unavailable, every attempt: Held, ended in an error']");
    page.awaitText(".comparison h2", "CreateShipment × Carrier.Unavailable, every attempt");
    assertThat(page.address()).isEqualTo("#/matrix/s1/CreateShipment/Carrier.Unavailable/EVERY");

    page.click("[aria-label$='reply lost, first attempt: Assertion failed']");
    page.awaitText(".comparison h2", "reply lost");
    assertThat(page.address()).isEqualTo(FAILED);
    page.clickText(".comparison-head a", "Open execution");

    assertThat(page.address()).startsWith("#/execution/k");
  }

  @Test
  void arrows_walk_the_combinations_and_enter_opens_one(Pages pages) {
    OpenPage page = matrix(pages);
    page.act("document.querySelector('.cells [aria-selected]').focus()");

    page.type(Keys.ARROW_LEFT, Keys.ARROW_UP, Keys.ENTER);

    page.awaitText(".comparison h2", "ChargePayment × Unknown.Error, every attempt");
    assertThat(page.all(".cells [tabindex='0']")).hasSize(1);
    assertThat(page.run("return document.activeElement.getAttribute('aria-label')").toString())
        .startsWith("ChargePayment × Unknown.Error");
  }

  @Test
  void n_leads_back_to_the_failure(Pages pages) {
    OpenPage page = matrix(pages);
    page.goTo("#/matrix/s1/TellCustomer/times%20out/FIRST");
    page.awaitText(".comparison h2", "TellCustomer");

    page.type("n");

    page.awaitText(".comparison h2", "CreateShipment");
    assertThat(page.address()).isEqualTo(FAILED);
  }

  @Test
  void pairs_are_shown_state_by_state_and_then_fault_by_fault(Pages pages) {
    OpenPage page = pages.open(Fixtures.of(Fixtures.read("sweeps-page.json")), "#/matrix/s2");
    assertThat(page.text(".comparison h2")).contains("RefundPayment", " + ReleaseInventory");

    assertThat(page.texts(".legend + .cells-card tbody th"))
        .containsExactly("RefundPayment", "ReleaseInventory");
    page.click("[aria-label^='ReleaseInventory and CallOperator']");

    page.awaitText(".cells-heading", "ReleaseInventory down, CallOperator across");
    assertThat(page.address()).isEqualTo("#/matrix/s2/ReleaseInventory/CallOperator");

    page.clickText(".page-head button", "Single");
    page.await(".cells-card", cards -> cards.size() == 1);
    assertThat(page.all(".cells tbody tr")).hasSize(9);
  }

  @Test
  void several_matrices_are_listed(Pages pages) {
    OpenPage page = pages.open(Fixtures.of(Fixtures.read("sweeps-page.json")), "#/matrix");

    assertThat(page.texts(".sweep-list a"))
        .containsExactly("An order that cannot be shipped is undone", "Nobody is cheated");
    page.clickText(".sweep-list a", "Nobody is cheated");
    page.awaitText("h1", "Nobody is cheated");
    page.clickText("a.button", "All matrices");
    page.awaitText("h1", "Fault matrices");
  }

  @Test
  void the_only_matrix_needs_no_list(Pages pages) {
    JsonNode tree = Fixtures.read("sweeps-page.json");
    ((ArrayNode) tree.at("/index/sweeps")).remove(1);

    OpenPage page = pages.open(Fixtures.of(tree), "#/matrix");

    assertThat(page.text("h1")).isEqualTo("Nobody is cheated");
    assertThat(page.texts("a.button")).isEmpty();
  }

  @Test
  void where_each_fault_fired_the_nearest_combination_that_held_stands_for_the_fault_free_one(
      Pages pages) {
    JsonNode tree = Fixtures.read("sweeps-page.json");
    tree.at("/index/sweeps/0/cells").forEach(cell -> ((ObjectNode) cell).put("fired", true));

    OpenPage page = pages.open(Fixtures.of(tree), "#/matrix/s1");

    assertThat(page.texts(".compared thead th span").get(0)).startsWith("Holds: ");
  }

  @Test
  void a_great_matrix_keeps_its_names_in_sight_and_opens_at_the_failure(Pages pages) {
    OpenPage page = pages.open(Fixtures.of(great()), "#/matrix/s1");

    page.await("[aria-selected]", cells -> cells.size() == 1 && cells.get(0).isDisplayed());
    assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    assertThat(
            (Boolean)
                page.run(
                    """
                    const pane = document.querySelector('.cells-scroll').getBoundingClientRect();
                    const cell = document.querySelector('[aria-selected]').getBoundingClientRect();
                    const name = document.querySelector('.cells tbody th').getBoundingClientRect();
                    return cell.left > name.right && cell.right < pane.right && name.left < pane.left + 2;
                    """))
        .isTrue();
  }

  /** 60 states by 50 faults, one of which fails at the far end. */
  private static JsonNode great() {
    JsonNode tree = Fixtures.read("sweeps-page.json");
    ObjectNode sweep = (ObjectNode) tree.at("/index/sweeps/0");
    ArrayNode states = sweep.putArray("states");
    ArrayNode faults = sweep.putArray("faults");
    ArrayNode cells = sweep.putArray("cells");
    for (int i = 0; i < 60; i++) {
      states.add("State" + i);
      for (int j = 0; j < 50; j++) {
        if (i == 0) {
          faults.addObject().put("fault", "Error" + j).put("general", false);
        }
        cells
            .addObject()
            .put("state", "State" + i)
            .put("fault", "Error" + j)
            .put("attempts", "FIRST")
            .put("outcome", i == 55 && j == 45 ? "ASSERTION_FAILED" : "HELD")
            .put("fired", true)
            .put("test", "t");
      }
    }
    return tree;
  }

  @Test
  void fits_a_telephone(Pages pages) {
    OpenPage page = matrix(pages);

    page.resize(390, 844);

    assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= 390")).isTrue();
    assertThat(
            (Boolean)
                page.run(
                    "return [...document.querySelectorAll('.compared td')].every(one => one.scrollWidth <="
                        + " one.clientWidth + 1)"))
        .isTrue();
  }

  @Test
  void an_unknown_matrix_says_so(Pages pages) {
    OpenPage page = pages.open(Fixtures.of(Fixtures.read("sweeps-page.json")), "#/matrix/none");

    assertThat(page.text(".empty strong")).isEqualTo("There is no such fault matrix");
  }
}
