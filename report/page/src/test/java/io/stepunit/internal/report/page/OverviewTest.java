package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class OverviewTest {

  @Test
  void says_how_many_tests_failed(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    assertThat(page.text("h1")).isEqualTo("order-saga");
    assertThat(page.text(".page-head .badge")).isEqualTo("1 of 130 failed");
    assertThat(page.texts(".figures dd")).startsWith("130", "1");
  }

  @Test
  void says_how_many_calls_mocks_answered(Pages pages) {
    PageData data = Fixtures.orderSaga();
    data.index().path("tests").forEach(test -> ((ObjectNode) test).put("mockCalls", 10));

    OpenPage page = pages.open(data, "#/");

    assertThat(page.texts(".figures > div")).contains("Task calls answered by mocks1,300");
  }

  @Test
  void has_a_row_for_each_definition_with_its_shares_and_holes(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    assertThat(page.texts(".definitions .name"))
        .containsExactly("order-saga.asl.json", "order-saga-no-second-try.asl.json");
    assertThat(page.texts(".definitions > li:first-child .share"))
        .containsExactly(
            "States20 / 22",
            "Transitions22 / 26",
            "Choice rules3 / 3",
            "Retriers4 / 7",
            "Catchers5 / 8");
    assertThat(page.style(".definitions .meter i", "width")).isNotEqualTo("0px");

    page.click(".definitions .holes");

    page.awaitText(".holes-list .chosen", "CallOperator");
  }

  @Test
  void shows_what_failed_in_full(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    assertThat(page.text(".failing h3"))
        .isEqualTo("Nobody is cheated · CreateShipment × reply lost, first attempt");
    assertThat(page.text(".failing .what")).contains("LostShipmentTest.java:27");
    assertThat(page.texts(".failing pre"))
        .containsExactly(
            "Expecting RefundPayment to happen\n  0 times\nbut it happened\n"
                + "  once with {\"orderId\":\"A-1002\",\"chargeId\":\"C-77\"}");
    assertThat(page.texts(".failing .links a")).containsExactly("Matrix", "Execution");
  }

  @Test
  void lists_tests_by_class_with_names_as_sentences(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    assertThat(page.texts(".class-row b"))
        .contains("CompensationTest", "ApprovalTest", "FaultMatrixTest", "LostShipmentTest");
    assertThat(page.texts(".test-row a")).contains("A declined card releases the stock");
    assertThat(page.texts(".class:nth-child(2) .lines > :nth-child(2) .number"))
        .containsExactly("6 ms", "4 d 8 h 1 min 18 s", "1");
  }

  @Test
  void filters_failed_and_slow_tests(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.clickText(".buttons button", "Failed");

    assertThat(page.texts(".lines .test-row a"))
        .containsExactly("Nobody is cheated · CreateShipment × reply lost, first attempt");

    page.clickText(".buttons button", "Slow");

    assertThat(page.texts(".lines .test-row a"))
        .containsExactly("The order waits until the desk approves it");
  }

  @Test
  void shows_the_first_tests_of_a_great_class_and_all_when_asked(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");
    assertThat(page.all(".lines .test-row").size()).isLessThan(100);

    page.clickText(".more button", "Show all 120");

    page.await(".lines .test-row", rows -> rows.size() == 130);
  }

  @Test
  void leads_to_the_row_of_a_test_without_executions(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/test/0000000001");

    assertThat(page.text("[data-chosen]")).contains("An order from the moon is refused");
  }

  @Test
  void says_so_when_all_passed_or_nothing_ran(Pages pages) {
    OpenPage page = pages.open(Fixtures.empty(), "#/");

    assertThat(page.text(".page-head .badge")).isEqualTo("No tests");
    assertThat(page.texts(".empty strong"))
        .containsExactly("No state machine was run", "No test has run");
    assertThat(page.all(".failing")).isEmpty();
  }

  @Test
  void says_which_tests_are_flaky_and_why_others_were_skipped(Pages pages) {
    ObjectNode index = (ObjectNode) Fixtures.orderSaga().index().deepCopy();
    ObjectNode flaky = (ObjectNode) index.path("tests").path(0);
    flaky.put("status", "PASSED").putArray("earlier").addObject().put("status", "FAILED");
    ObjectNode skipped = (ObjectNode) index.path("tests").path(1);
    skipped.put("status", "SKIPPED").put("reason", "until the desk is open");

    OpenPage page = pages.open(new PageData(index, List.of()), "#/");

    assertThat(page.texts(".figures dt")).contains("flaky");
    assertThat(page.texts(".lines .pill")).containsExactly("flaky: passed at try 2");
    assertThat(page.texts(".lines .test-row .muted")).containsExactly("until the desk is open");
  }

  @Test
  void is_walked_by_keyboard(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    page.type(Keys.TAB);

    assertThat(page.run("return document.activeElement.textContent"))
        .isEqualTo("Skip to the content");

    page.type(Keys.ENTER);

    assertThat(page.run("return document.activeElement.id")).isEqualTo("main");
  }
}
