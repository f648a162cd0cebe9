package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A page stays quick because it draws what is seen: the work of opening a view is bounded by the
 * elements that it makes.
 */
@BrowserTest
class LargeReportTest {

  @ParameterizedTest
  @CsvSource({
    "#/, 8000",
    "#/executions, 2500",
    "#/definition/" + LargeReport.DEFINITION + ", 4500"
  })
  void a_view_of_a_great_run_makes_few_elements(String address, long most, Pages pages) {
    OpenPage page = pages.open(LargeReport.data(), address);

    page.find("main h1");

    assertThat(page.elements()).isLessThan(most);
  }

  @Test
  void tests_far_below_are_drawn_when_they_come_near(Pages pages) {
    OpenPage page = pages.open(LargeReport.data(), "#/");
    long before = page.elements();

    page.act("scrollTo(0, document.documentElement.scrollHeight)");

    page.await(".class:last-child .lines .test-row", rows -> rows.size() == 25);
    assertThat(page.elements()).isGreaterThan(before);
  }

  @Test
  void executions_far_below_are_drawn_in_the_place_of_those_above(Pages pages) {
    OpenPage page = pages.open(LargeReport.data(), "#/executions");

    page.act("document.querySelector('.executions-list').scrollTop = 1e9");

    page.await(
        ".execution-row a",
        rows -> rows.get(rows.size() - 1).getText().endsWith("number 999 is shipped"));
    assertThat(page.elements()).isLessThan(2_500);
  }

  @Test
  void executions_far_below_are_found_on_a_telephone(Pages pages) {
    OpenPage page = pages.open(LargeReport.data(), "#/executions");

    page.resize(390, 844);
    page.act("document.querySelector('.executions-list').scrollTop = 1e9");

    page.await(
        ".execution-row a",
        rows -> rows.get(rows.size() - 1).getText().endsWith("number 999 is shipped"));
    assertThat(page.run("return document.querySelector('[role=rowgroup]').offsetHeight"))
        .isEqualTo(49_000L);
  }

  /** Prints figures and holds none: {@code -Dstepunit.figures=true}. */
  @ParameterizedTest
  @CsvSource({"#/", "#/executions", "#/definition/" + LargeReport.DEFINITION})
  @EnabledIfSystemProperty(named = "stepunit.figures", matches = "true")
  void how_long_a_view_of_a_great_run_takes_to_open(String address, Pages pages) {
    OpenPage page = pages.open(LargeReport.data(), address);

    page.find("main h1");

    System.out.println(
        address
            + ": "
            + page.run(
                "const [all] = performance.getEntriesByType('navigation');"
                    + " const paint = performance.getEntriesByName('first-contentful-paint')[0];"
                    + " return 'first paint ' + Math.round(paint?.startTime) + ' ms, loaded ' + Math.round(all.loadEventEnd) + ' ms, '"
                    + " + document.querySelectorAll('*').length + ' elements'"));
  }
}
