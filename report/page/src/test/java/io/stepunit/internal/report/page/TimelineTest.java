package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class TimelineTest {
  private static final String LABELS =
      """
      const boxes = [...document.querySelectorAll('.tl-label')].map(one => one.getBoundingClientRect());
      return boxes.filter((box, i) => boxes.some((other, k) =>
        i !== k && box.left < other.right + 4 && other.left < box.right + 4)).length;
      """;

  @Test
  void has_a_row_for_each_state_with_iterations_inside_their_map(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/carrier-1");

    assertThat(page.texts(".tl-name"))
        .startsWith(
            "CheckOrder",
            "ReserveInventory",
            "[0] ReserveLine",
            "[1] ReserveLine",
            "[2] ReserveLine",
            "NeedsApproval")
        .endsWith("ReleaseInventory", "OrderFailed");
    assertThat(page.find(".tl-row:nth-child(11) .tl-name").getAccessibleName())
        .isEqualTo("CreateShipment, Task, caught, 2 min 38.5 s, 4 attempts");
  }

  @Test
  void shows_attempts_and_the_delays_between_them_inside_the_bar(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/carrier-1");

    String bar = ".tl-row:nth-child(11) .tl-bar";
    assertThat(page.all(bar + " i.bad")).hasSize(4);
    assertThat(page.texts(bar + " span")).containsExactly("30 s", "45 s", "1 min 8 s");
  }

  @Test
  void compresses_long_waits_and_says_how_long_they_are(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/carrier-1");

    assertThat(page.all(".tl-band")).hasSize(2);
    assertThat(page.texts(".tl-label.length")).containsExactly("20 h", "3 d 12 h");
    assertThat(page.all(".tl-break")).hasSize(2);
  }

  @Test
  void labels_of_the_axis_never_touch(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/carrier-1");

    for (int width : List.of(390, 800, 1280, 1920)) {
      page.resize(width, 900);
      page.await(".tl-label", labels -> !labels.isEmpty());
      assertThat(page.run(LABELS)).as("touching labels at %s pixels", width).isEqualTo(0L);
    }
  }

  @Test
  void marks_callbacks_heartbeats_and_injected_faults(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/render-1");

    assertThat(page.all(".tl-mark.heartbeat")).hasSize(5);
    assertThat(page.find(".tl-mark.callback").getAccessibleName()).isEqualTo("Callback: success");

    page.goTo("#/execution/carrier-1");

    page.await(".tl-mark.fault", marks -> marks.size() == 1);
    assertThat(page.find(".tl-mark.fault").getAccessibleName())
        .isEqualTo("Injected fault: reply lost");
  }

  @Test
  void gives_all_visits_of_a_loop_one_row(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/poller-1");

    assertThat(page.texts(".tl-name")).containsExactly("Poll", "IsDone", "WaitABit", "Finish");
    assertThat(page.all(".tl-row:first-child .tl-bar")).hasSize(4);
  }

  @Test
  void shows_an_execution_of_one_instant_in_the_order_of_its_events(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/child-1");

    assertThat(page.text(".tl-order")).isEqualTo("one instant, events in order");
    assertThat(page.find(".tl-bar").getSize().width).isGreaterThan(50);
  }

  @Test
  void the_scrubber_moves_from_event_to_event(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/carrier-1");

    page.act("document.querySelector('.tl-handle').focus()");
    page.type(Keys.HOME);
    page.awaitText(".counter", "event 1 of 89");
    assertThat(page.text(".state-head h2")).isEqualTo("Execution");
    page.type(Keys.ARROW_RIGHT);

    page.awaitText(".counter", "event 2 of 89");
    assertThat(page.text(".state-head h2")).isEqualTo("CheckOrder");
    assertThat(page.find(".tl-handle").getDomAttribute("aria-valuetext"))
        .isEqualTo("Event 2, ChoiceStateEntered, 0");
  }

  @Test
  void a_press_on_the_axis_scrubs_to_the_nearest_event(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/contract-1");

    page.act(
        """
        const axis = document.querySelector('.tl-axis');
        const box = axis.getBoundingClientRect();
        const at = { bubbles: true, button: 0, clientX: box.left + 175, clientY: box.top + 5 };
        axis.dispatchEvent(new PointerEvent('pointerdown', at));
        dispatchEvent(new PointerEvent('pointerup', at));
        """);

    page.awaitText(".counter", "event 4 of 15");
  }

  @Test
  void brackets_step_and_space_plays_to_the_end(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), "#/execution/child-1");

    page.type("[");
    page.awaitText(".counter", "event 3 of 4");
    page.type("]");
    page.awaitText(".counter", "event 4 of 4");
    page.type(" ");
    page.awaitText(".play", "Stop");

    page.awaitText(".play", "Play");
    page.awaitText(".counter", "event 4 of 4");
  }

  @Test
  void of_ten_thousand_iterations_the_failed_and_slowest_have_rows_and_the_rest_is_one(
      Pages pages) {
    OpenPage page = pages.open(LargeMap.of(10_000), "#/execution/files-1");

    assertThat(page.texts(".tl-name"))
        .containsExactly(
            "Import",
            "[7] ImportFile",
            "[1007] ImportFile",
            "[2007] ImportFile",
            "[3007] ImportFile",
            "[3210] ImportFile",
            "[4007] ImportFile",
            "[8123] ImportFile",
            "9,993 more");
    assertThat(page.elements()).isLessThan(6_000);
  }

  @Test
  void the_iteration_of_an_address_has_a_row(Pages pages) {
    OpenPage page =
        pages.open(LargeMap.of(10_000), "#/execution/files-1/state/Import[5555]%2FImportFile");

    assertThat(page.text(".tl-row.chosen")).isEqualTo("[5555] ImportFile");
  }
}
