package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
class EventsTest {
  private static final String CARRIER = "#/execution/carrier-1";

  @Test
  void tells_of_each_event_its_time_and_what_happened(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    assertThat(page.texts("[data-event='64'] [role=cell]"))
        .containsExactly(
            "64",
            "63",
            "+4d 08:00:04.000",
            "TaskFailed",
            "attempt 1: Carrier.Unavailable: Maintenance");
    assertThat(page.texts("[data-event='61'] .event-details"))
        .containsExactly("order-saga.asl.json:170");
    assertThat(page.texts("[data-event='74'] .event-details"))
        .containsExactly("Catch[0] · → RefundPayment");
  }

  @Test
  void filters_by_the_chosen_state_until_escape(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.clickText(".events-head button", "CreateShipment");

    page.awaitText(".events-head .pill", "14 of 89");
    assertThat(page.texts(".event-row .event-type"))
        .startsWith("TaskStateEntered", "TaskScheduled")
        .endsWith("TaskStateExited");
    page.type(Keys.ESCAPE);
    page.await(".events-head .pill", pills -> pills.get(0).getText().equals("89"));
  }

  @Test
  void a_frame_is_filtered_with_what_is_inside(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.clickText(".tl-name", "ReserveInventory");

    page.awaitText(".events-head .pill", "of 89");
    assertThat(page.texts(".event-row .event-type"))
        .contains("MapStateEntered", "MapIterationStarted", "TaskScheduled");
  }

  @Test
  void filters_by_type(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.act(
        """
        const field = document.querySelector('.type-field');
        field.value = 'TaskFailed';
        field.dispatchEvent(new Event('change'));
        """);

    assertThat(page.texts(".event-row .event-type")).hasSize(10).containsOnly("TaskFailed");
  }

  @Test
  void opens_the_json_of_an_event(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.click("[data-event='87'] .event-open");

    page.awaitText(".event-json", "\"type\": \"TaskStateExited\"");
    assertThat(page.text(".event-json")).contains("\"orderId\": \"A-1002\"");
    page.click("[data-event='87'] .event-open");
    page.await(".event-json", List::isEmpty);
  }

  @Test
  void arrows_go_from_event_to_event(Pages pages) {
    OpenPage page = pages.open(Fixtures.executions(), CARRIER);

    page.act("document.querySelector('.events').focus()");
    page.type(Keys.ARROW_UP);

    page.awaitText(".event-row.now", "88");
    page.awaitText(".counter", "event 88 of 89");
  }
}
