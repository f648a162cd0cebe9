package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class ShellTest {

  @Test
  void slash_searches_tests_states_errors_and_data(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.type("/", "RefundPayment");

    page.awaitText(".search-results", "States");
    assertThat(page.texts(".search-results h3")).contains("Tests", "States", "Errors");
    assertThat(page.texts(".search-results mark")).contains("RefundPayment");

    page.type(Keys.ESCAPE);
    assertThat(page.find(".search-results").isDisplayed()).isFalse();
  }

  @Test
  void a_search_finds_what_stands_in_the_data_of_executions(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.type("/", "C-4711-Sammelbestellung");

    page.awaitText(".search-results", "Data of executions");
  }

  @Test
  void enter_goes_to_what_arrows_have_chosen(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.type("/", "OrderStuck");
    page.awaitText("[aria-selected=true]", "OrderStuck");
    page.type(Keys.ENTER);

    page.awaitText(".holes-list .chosen", "OrderStuck");
    assertThat(page.address()).contains("/state//States/OrderStuck");
  }

  @Test
  void says_so_when_nothing_is_found(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.type("/", "no such thing anywhere");

    page.awaitText(".search-results", "Nothing has no such thing anywhere in its name");
  }

  @Test
  void question_mark_shows_the_keys_of_the_view(Pages pages) {
    OpenPage page =
        pages.open(
            Fixtures.orderSaga(),
            "#/definition/" + Fixtures.orderSaga().index().at("/definitions/0/id").asText());

    page.type("?");

    page.awaitText("dialog", "Next hole");
    page.type(Keys.ESCAPE);
    page.await("dialog", elements -> elements.isEmpty());
  }

  @Test
  void the_browser_goes_back_and_forward(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");
    page.clickText(".nav a", "Executions\n131");
    page.awaitText("h1", "Executions");

    page.back();
    page.awaitText("h1", "order-saga");

    page.forward();
    page.awaitText("h1", "Executions");
  }

  @Test
  void an_address_without_a_view_says_so(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/elsewhere/1");

    assertThat(page.text(".empty strong")).isEqualTo("Nothing stands at this address");
  }

  @Test
  void is_dark_for_people_who_like_it_dark_and_light_on_paper(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");
    assertThat(page.style("body", "background-color")).contains("255, 255, 255");

    page.darken();
    assertThat(page.style("body", "background-color")).contains("15, 18, 22");

    page.emulatePrint();
    assertThat(page.style("body", "background-color")).contains("255, 255, 255");
  }

  @Test
  void prints_every_test(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.emulatePrint();

    page.await(".lines .test-row", rows -> rows.size() == 130);
  }

  @Test
  void is_one_column_on_a_telephone(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.resize(390, 844);

    assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= 390")).isTrue();
    page.click(".search-open");
    page.type("OrderStuck");
    page.awaitText("[aria-selected=true]", "OrderStuck");
  }

  @Test
  void shows_where_the_focus_is(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.type(Keys.TAB, Keys.TAB, Keys.TAB);

    assertThat(page.run("return getComputedStyle(document.activeElement).outlineWidth"))
        .isEqualTo("2px");
  }

  @Test
  void marks_the_view_in_the_bar_and_in_the_title(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/executions");

    assertThat(page.text("[aria-current=page]")).startsWith("Executions");
    assertThat(page.run("return document.title")).isEqualTo("Executions · order-saga · StepUnit");
  }
}
