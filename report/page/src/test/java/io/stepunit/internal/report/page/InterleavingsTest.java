package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class InterleavingsTest {
  private static OpenPage open(Pages pages, String address) {
    return pages.open(Fixtures.of(Fixtures.read("sweeps-page.json")), address);
  }

  @Test
  void shows_the_failing_order_beside_the_passing_one(Pages pages) {
    OpenPage page = open(pages, "#/interleavings/i1");

    assertThat(page.text("h1")).isEqualTo("Somebody gets what there is");
    assertThat(page.text(".page-head .badge")).isEqualTo("1 of 6 failed");
    assertThat(page.text(".comparison h2")).isEqualTo("Order 7 fails where order 0 holds");
    assertThat(page.texts(".compared thead th span"))
        .containsExactly("Order 0 holds", "Order 7 fails");
    assertThat(page.texts(".compared tbody tr:first-child td"))
        .containsExactly(
            "1 step alike, from +0 s: ReserveInventory[0]/ReserveLine", "1 step alike, from +0 s");
  }

  @Test
  void says_which_place_a_call_has_at_its_instant_in_each_order(Pages pages) {
    OpenPage page = open(pages, "#/interleavings/i1");

    assertThat(page.texts(".right .is-moved"))
        .first()
        .asString()
        .contains("ReserveInventory[0]/ReserveLine", "2nd at this instant, 3rd in the other order");
  }

  @Test
  void tells_how_the_executions_ended_in_how_many_orders(Pages pages) {
    OpenPage page = open(pages, "#/interleavings/i1");

    assertThat(page.texts(".outcomes tbody tr:first-child .end"))
        .containsExactly(
            "1Succeeded {\"orderId\":\"A-1\",\"trackingId\":\"T-9\"}", "2Failed Order.Refused");
    assertThat(page.texts(".outcomes tbody .number")).containsExactly("5", "0", "1", "7");
  }

  @Test
  void leads_to_the_executions_of_both_orders(Pages pages) {
    OpenPage page = open(pages, "#/interleavings/i1");

    page.clickText(".compared thead th:first-child a", "Open execution");

    assertThat(page.address()).isEqualTo("#/execution/k2-1");
  }

  @Test
  void without_a_failure_one_order_is_told(Pages pages) {
    OpenPage page = open(pages, "#/interleavings/i2");

    assertThat(page.text(".page-head .badge")).isEqualTo("300 held");
    assertThat(page.text(".scope")).isEqualTo("300 orders tried, all there are.");
    assertThat(page.text(".comparison h2")).isEqualTo("Order 0 holds");
    assertThat(page.all(".compared .order-step")).hasSize(9);
  }

  @Test
  void several_are_listed(Pages pages) {
    OpenPage page = open(pages, "#/interleavings");

    assertThat(page.texts(".sweep-list .badge")).containsExactly("1 of 6 failed", "300 held");
    page.clickText(".sweep-list a", "Nothing is sold twice");
    page.awaitText("h1", "Nothing is sold twice");
  }

  @Test
  void fits_a_telephone(Pages pages) {
    OpenPage page = open(pages, "#/interleavings/i1");

    page.resize(390, 844);

    assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= 390")).isTrue();
  }
}
