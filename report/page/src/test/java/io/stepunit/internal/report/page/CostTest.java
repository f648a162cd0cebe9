package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class CostTest {
  private static OpenPage open(Pages pages, String address) {
    return pages.open(Fixtures.of(Fixtures.read("sweeps-page.json")), address);
  }

  @Test
  void lists_executions_nearest_to_a_quota_first(Pages pages) {
    OpenPage page = open(pages, "#/cost");

    assertThat(page.text(".cost-row:not(.head)")).contains("21,800", "226 KiB", "9,800", "$5.38");

    page.clickText(".buttons button", "Dearest");

    page.await(".buttons [aria-pressed=true]", one -> one.get(0).getText().equals("Dearest"));
  }

  @Test
  void shows_what_a_run_uses_of_each_quota_and_in_which_state(Pages pages) {
    OpenPage page = open(pages, "#/cost/k2-1");

    assertThat(page.texts(".cost-columns > :first-child .quota-head .strong"))
        .startsWith("largest payload", "events of the history");
    assertThat(page.text(".quotas li:first-child"))
        .contains("226 KiB of 256 KiB", "in CreateShipment", "12 % left");
    assertThat(page.all(".quotas .meter.caught")).hasSize(2);
  }

  @Test
  void shows_standard_beside_express(Pages pages) {
    OpenPage page = open(pages, "#/cost/k2-1");

    assertThat(page.text(".cost-columns > :nth-child(2)"))
        .contains("Express is 45,539 × cheaper", "9,800 transitions", "$245,000.00", "$5.38")
        .contains("4.2 s × 64 MB = 0.2625 GB-s");
    assertThat(page.text(".prices")).startsWith("Prices of us-east-1, written down on 2026-05-01");
  }

  @Test
  void says_why_a_run_cannot_be_an_express_one(Pages pages) {
    OpenPage page = open(pages, "#/cost/k1-1");

    assertThat(page.texts(".impossible .pill")).containsExactly("not possible");
    assertThat(page.texts(".obstacles li")).first().asString().startsWith("The run takes 4 d 8 h");
    assertThat(page.texts(".section-head .muted")).isEmpty();
  }

  @Test
  void prices_have_the_digits_that_tell_something(Pages pages) {
    assertThat(
            Modules.evaluate(
                pages, "costs", "['0', '0.5', '0.000025', '0.0021', '1234567.891'].map(usd)"))
        .hasToString("[\"$0\",\"$0.50\",\"$0.000025\",\"$0.0021\",\"$1,234,567.89\"]");
  }

  @Test
  void fits_a_telephone(Pages pages) {
    OpenPage page = open(pages, "#/cost/k1-1");

    page.resize(390, 844);

    assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= 390")).isTrue();
  }
}
