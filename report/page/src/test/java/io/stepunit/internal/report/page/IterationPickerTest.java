package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class IterationPickerTest {
  private static final String RESERVE = "#/execution/carrier-1/state/ReserveInventory";
  private static final String IMPORT = "#/execution/files-1/state/Import";

  @Test
  void lists_the_iterations_of_a_map_with_their_items_the_most_telling_first(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), RESERVE);

    page.type("3");

    page.awaitText("[role=tab][aria-selected=true]", "Iterations");
    assertThat(page.texts(".iteration"))
        .containsExactly(
            "[2]{\"orderId\":\"A-1002\",\"lineNumber\":2,\"sku\":\"CUP-3\",\"quantity\":6}×34.6 s",
            "[0]{\"orderId\":\"A-1002\",\"lineNumber\":0,\"sku\":\"TEA-1\",\"quantity\":2}0 s",
            "[1]{\"orderId\":\"A-1002\",\"lineNumber\":1,\"sku\":\"POT-7\",\"quantity\":1}0 s");
    assertThat(page.text(".iteration.chosen")).startsWith("[2]");
  }

  @Test
  void the_picked_iteration_is_shown_and_is_in_the_address(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), RESERVE);

    page.type("3");
    page.click("[data-iteration='0']");

    page.awaitText(".iteration.chosen", "[0]");
    page.await("body", any -> page.address().equals(RESERVE + "/iteration/0"));
    page.click("[data-node='/States/ReserveInventory/ItemProcessor/States/ReserveLine']");
    page.awaitText(".state-meta", "ReserveInventory[0]");
  }

  @Test
  void an_address_with_an_iteration_shows_it(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), RESERVE + "/iteration/1");

    page.type("3");

    page.awaitText(".iteration.chosen", "[1]");
  }

  @Test
  void arrows_pick_the_next_iteration(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), RESERVE);

    page.type("3");
    page.act("document.querySelector('.iterations-list').focus()");
    page.type(Keys.ARROW_DOWN);
    page.awaitText(".iteration.chosen", "[0]");
    page.type(Keys.ARROW_DOWN);

    page.awaitText(".iteration.chosen", "[1]");
  }

  @Test
  void ten_thousand_iterations_are_counted_and_drawn_as_a_strip(Pages pages) {
    OpenPage page = pages.open(LargeMap.of(10_000), IMPORT);

    page.type("2");

    page.await(".iterations-head .button", chips -> chips.size() == 3);
    assertThat(page.texts(".iterations-head .button"))
        .containsExactly("All10,000", "Failed2", "Succeeded9,998");
    assertThat(page.all(".iteration-strip i")).hasSize(400);
    assertThat(page.all(".iteration-strip i.bad")).hasSize(2);
    assertThat(page.texts(".iteration .number:nth-child(2)")).startsWith("[3210]", "[8123]", "[0]");
  }

  @Test
  void finds_iterations_by_index_by_item_and_by_status(Pages pages) {
    OpenPage page = pages.open(LargeMap.of(10_000), IMPORT);

    page.type("2");
    page.click(".iterations-head input");
    page.type("4711");
    page.await(".iteration", found -> found.size() == 1);
    assertThat(page.text(".iteration")).startsWith("[4711]");

    page.find(".iterations-head input").clear();
    page.click(".iterations-head input");
    page.type("file-99.csv");
    page.await(
        ".iteration", found -> found.size() == 1 && found.get(0).getText().startsWith("[99]"));

    page.find(".iterations-head input").clear();
    page.click(".iterations-head input");
    page.type("nothing like that");
    page.awaitText(".iterations-list", "No iteration is like that.");
  }
}
