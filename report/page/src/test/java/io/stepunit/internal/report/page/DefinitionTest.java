package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class DefinitionTest {
  private static final String ADDRESS =
      "#/definition/" + Fixtures.orderSaga().index().at("/definitions/0/id").asText();

  @Test
  void says_what_is_reached_and_how_many_holes_there_are(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    assertThat(page.texts(".view-head h1")).containsExactly("order-saga.asl.json");
    assertThat(page.text(".view-head .badge")).isEqualTo("4 holes");
    assertThat(page.text(".view-head .meta")).startsWith("20 of 22 states · 22 of 26 transitions");
    assertThat(page.texts(".hole-title"))
        .first()
        .isEqualTo("CallOperator and OrderStuck are never reached line 304");
  }

  @Test
  void n_and_p_walk_the_holes(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    page.type("n");
    page.awaitText(".holes-list .chosen", "CallOperator");
    assertThat(page.address()).isEqualTo(ADDRESS + "/hole/1");

    page.type("p");
    page.awaitText(".holes-list .chosen", "Retry[0] is never exhausted");
    assertThat(page.address()).isEqualTo(ADDRESS + "/hole/4");

    page.type(Keys.ESCAPE);
    page.await(".holes-list .chosen", items -> items.isEmpty());
    assertThat(page.address()).isEqualTo(ADDRESS);
  }

  @Test
  void a_hole_selects_its_lines_and_shows_its_test(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    page.click("[data-hole='1'] .hole-title");

    page.awaitText("[data-hole='1'] pre", "saga.mock(\"CallOperator\").returns(Map.of());");
    assertThat(page.texts(".line.chosen .no")).first().isEqualTo("304");
    assertThat(page.find(".line.chosen").isDisplayed()).isTrue();
  }

  @Test
  void a_line_of_the_source_selects_its_state(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    page.click("[data-line='11'] .text");

    page.await(".line.chosen", lines -> !lines.isEmpty());
    assertThat(page.address()).isEqualTo(ADDRESS + "/state/CheckOrder");
  }

  @Test
  void a_click_in_the_graph_selects_the_state_everywhere(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    page.click("[data-node='/States/OrderStuck']");

    page.awaitText(".holes-list .chosen", "OrderStuck");
    assertThat(page.address()).isEqualTo(ADDRESS + "/state/OrderStuck");
    assertThat(page.texts(".line.chosen .text")).first().asString().contains("\"OrderStuck\"");
  }

  @Test
  void marks_lines_as_reached_never_reached_and_partly_reached(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    assertThat(page.all("[data-line='5'].mark-ok")).hasSize(1);
    assertThat(page.all("[data-line='304'].mark-bad")).hasSize(1);
    assertThat(page.all("[data-line='291'].mark-half")).hasSize(1);
    assertThat(page.texts("[data-line='5'] .times")).containsExactly("27×");
    assertThat(page.texts("[data-line='304'] .times")).containsExactly("0×");
  }

  @Test
  void counts_generated_tests_only_when_asked(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    page.clickText(".buttons button", "Only generated");

    page.await("[data-line='5'] .times", times -> times.get(0).getText().equals("9×"));
    assertThat(page.address()).isEqualTo(ADDRESS + "/tests/generated");
    assertThat(page.all(".holes-list > li").size()).isGreaterThan(4);
  }

  @Test
  void another_definition_is_chosen_in_the_head(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), ADDRESS);

    page.click(".view-head select");
    page.type(Keys.ARROW_DOWN, Keys.ENTER);

    page.await(
        ".view-head h1",
        any -> page.texts(".view-head h1").equals(List.of("order-saga-no-second-try.asl.json")));
  }

  @Test
  void says_so_when_the_address_is_of_another_run(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/definition/0000000000000000");

    assertThat(page.text(".empty strong")).isEqualTo("No such definition");
  }
}
