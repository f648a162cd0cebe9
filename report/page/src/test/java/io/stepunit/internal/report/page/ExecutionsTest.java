package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class ExecutionsTest {
  private static final String LINES_OF_LONGEST_NAME =
      "return Math.max(...[...document.querySelectorAll('.execution-row .two')]"
          + ".map(name => Math.round(name.clientHeight / parseFloat(getComputedStyle(name).lineHeight))))";
  private static final String ROW = "[role=rowgroup] .execution-row";

  @Test
  void filters_by_status_with_a_count_of_each(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/executions");

    assertThat(page.texts(".page-head .button"))
        .containsExactly("All", "Failed1", "In progress1", "Succeeded8");

    page.click("[data-status=RUNNING]");

    page.await(ROW, rows -> rows.size() == 1);
    assertThat(page.text(ROW)).startsWith("Parked in the wait");
    page.type(Keys.ESCAPE);
    page.await(ROW, rows -> rows.size() == 10);
  }

  @Test
  void filters_by_words_in_test_definition_and_status(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/executions");

    page.click(".filter-field");
    page.type("pricing");

    page.await(ROW, rows -> rows.size() == 1);
    assertThat(page.text(".page-head .pill")).isEqualTo("1 of 10");
  }

  @Test
  void a_row_leads_to_its_execution(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/executions");

    page.clickText(ROW + " a", "A heartbeat keeps the job alive");

    page.awaitText(".view-head h1", "A heartbeat keeps the job alive");
    assertThat(page.address()).isEqualTo("#/execution/render-1");
  }

  @Test
  void a_name_has_two_lines_on_a_telephone(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/executions");
    assertThat(page.run(LINES_OF_LONGEST_NAME)).isEqualTo(1L);

    page.resize(390, 844);

    assertThat(page.run(LINES_OF_LONGEST_NAME)).isEqualTo(2L);
    assertThat(page.find(ROW).getSize().getHeight()).isEqualTo(49);
  }
}
