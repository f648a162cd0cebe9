package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the execution view computes, called as functions in the browser. */
@BrowserTest
class ExecutionModulesTest {

  @Test
  void a_gap_takes_the_logarithm_of_its_seconds_and_a_long_wait_a_fixed_width(Pages pages) {
    Map<?, ?> axis =
        call(
            pages,
            "axis",
            """
            const axis = module_axis.axisOf([0, 4, 4 + 86400, 34 + 86400], 34 + 86400, 600);
            return { xs: [0, 1, 2, 3].map(axis.at), bands: axis.bands };
            """);

    List<?> xs = (List<?>) axis.get("xs");
    double first = number(xs.get(1));
    double last = number(xs.get(3)) - number(xs.get(2));
    assertThat(first / last).isCloseTo(log2(17) / log2(121), within(0.001));
    assertThat(number(xs.get(2)) - first).isEqualTo(40.0);
    assertThat(number(xs.get(3))).isCloseTo(600, within(0.001));
    assertThat((List<?>) axis.get("bands")).hasSize(1);
  }

  @Test
  void an_execution_that_takes_no_time_has_the_order_of_its_events_as_its_axis(Pages pages) {
    Object xs =
        call(
                pages,
                "axis",
                "const axis = module_axis.axisOf([0, 0, 0], 0, 600);"
                    + " return { xs: [0, 1, 2].map(axis.at) };")
            .get("xs");

    assertThat((List<?>) xs).map(ExecutionModulesTest::number).containsExactly(0.0, 300.0, 600.0);
  }

  @Test
  void an_inserted_item_does_not_mark_those_behind_it(Pages pages) {
    assertThat(difference(pages, "[1, 2, 3]", "[1, 9, 2, 3]"))
        .containsExactly(" [", " 1,", "+9,", " 2,", " 3", " ]");
  }

  @Test
  void a_changed_member_is_removed_and_added_in_its_place(Pages pages) {
    assertThat(difference(pages, "{a: 1, b: {c: 2, d: 3}}", "{a: 1, b: {c: 4, d: 3}, e: null}"))
        .containsExactly(
            " {",
            " \"a\": 1,",
            " \"b\": {",
            "-\"c\": 2,",
            "+\"c\": 4,",
            " \"d\": 3",
            " },",
            "+\"e\": null",
            " }");
  }

  @Test
  void members_in_another_order_are_no_difference(Pages pages) {
    assertThat(
            call(
                pages,
                "difference",
                "return { change: module_difference.difference({a: 1, b: [{c: 1, d: 2}]},"
                    + " {b: [{d: 2, c: 1}], a: 1}).change };"))
        .isEqualTo(Map.of("change", "SAME"));
  }

  @Test
  void members_that_objects_have_from_elsewhere_are_no_members(Pages pages) {
    assertThat(difference(pages, "{}", "{constructor: 1, toString: 2}"))
        .containsExactly(" {", "+\"constructor\": 1,", "+\"toString\": 2", " }");
  }

  @Test
  void a_state_is_in_progress_until_the_event_that_settles_it(Pages pages) {
    assertThat(statuses(pages, "carrier-1", "/States/CreateShipment", 60, 61, 73, 74))
        .containsExactly(null, "RUNNING", "RUNNING", "CAUGHT");
  }

  @Test
  void a_state_that_never_exits_is_settled_by_its_failure_or_the_end_of_what_stopped_it(
      Pages pages) {
    assertThat(statuses(pages, "fan-1", "/States/Fan/Branches/6/States/Work6", 9, 40, 45))
        .containsExactly(null, "FAILED", "FAILED");
    assertThat(statuses(pages, "fan-1", "/States/Fan/Branches/9/States/Work9", 20, 45))
        .containsExactly("RUNNING", "ABORTED");
    assertThat(statuses(pages, "parked-1", "/States/FourMonths", 4)).containsExactly("RUNNING");
  }

  @Test
  void a_map_shows_its_worst_iteration_unless_another_is_chosen(Pages pages) {
    String script =
        """
        const course = module_course.courseOf(arguments[0]);
        const shown = (chosen) => module_moment.momentAt(course, 88, new Map(chosen)).states
          .get('/States/ReserveInventory').frame.shown;
        return { worst: shown([]), chosen: shown([[1, 0]]) };
        """;

    assertThat(callWith(pages, "moment", "carrier-1", script))
        .isEqualTo(Map.of("worst", 2L, "chosen", 0L));
  }

  @Test
  void transitions_are_those_between_visits_with_the_catcher_apart(Pages pages) {
    String script =
        """
        const course = module_course.courseOf(arguments[0]);
        const edge = (id, from, to, kind) => ({ id, from, to, kind });
        const edges = [edge('next', '/States/CreateShipment', '/States/RefundPayment', 'NEXT'),
          edge('/States/CreateShipment/Catch/0', '/States/CreateShipment', '/States/RefundPayment', 'CATCH'),
          edge('start', '', '/States/CheckOrder', 'START')];
        const taken = (moment) => [...module_moment.transitionsAt(
          module_moment.momentAt(course, moment).scopes, moment, edges).keys()].join();
        return { before: taken(70), after: taken(88) };
        """;

    assertThat(callWith(pages, "moment", "carrier-1", script))
        .isEqualTo(Map.of("before", "start", "after", "start,/States/CreateShipment/Catch/0"));
  }

  @Test
  void an_attempt_has_no_answer_before_the_event_that_brings_it(Pages pages) {
    String script =
        """
        const course = module_course.courseOf(arguments[0]);
        const visit = course.visits.find(one => one.record.name === 'CreateShipment');
        const at = (id) => module_moment.attemptsAt(visit, course.position(id)).map(one => one.answered).join();
        return { asked: at(62), failed: at(64), again: at(65) };
        """;

    assertThat(callWith(pages, "moment", "carrier-1", script))
        .isEqualTo(Map.of("asked", "false", "failed", "true", "again", "true,false"));
  }

  @Test
  void playing_takes_eight_seconds_at_most(Pages pages) {
    assertThat(
            call(
                pages,
                "player",
                "return { few: module_player.millisPerEvent(4) * 4,"
                    + " many: module_player.millisPerEvent(100000) * 100000 };"))
        .isEqualTo(Map.of("few", 1600L, "many", 8000L));
  }

  private static List<Object> statuses(Pages pages, String execution, String pointer, int... ids) {
    String script =
        """
        const course = module_course.courseOf(arguments[0]);
        const visit = course.visits.find(one => one.record.pointer === arguments[1]);
        return { all: arguments[2].map(id => module_moment.statusAt(visit, course.position(id))) };
        """;
    OpenPage page = pages.open(Fixtures.executions(), "#/");
    List<Long> positions = Arrays.stream(ids).asLongStream().boxed().toList();
    Object all =
        ((Map<?, ?>)
                page.run(
                    modules("moment") + modules("course") + asRead(script, execution),
                    null,
                    pointer,
                    positions))
            .get("all");
    return new ArrayList<>((List<?>) all);
  }

  private static List<String> difference(Pages pages, String before, String after) {
    Object lines =
        call(
                pages,
                "difference",
                "return { lines: module_difference.linesOf(module_difference.difference(%s, %s), false)"
                        .formatted(before, after)
                    + ".map(line => line.sign + line.tokens.map(token => token.text).join('')) };")
            .get("lines");
    return ((List<?>) lines).stream().map(String::valueOf).toList();
  }

  private static Map<?, ?> call(Pages pages, String module, String script) {
    return (Map<?, ?>) pages.open(Fixtures.empty(), "#/").run(modules(module) + script);
  }

  private static Map<?, ?> callWith(Pages pages, String module, String execution, String script) {
    OpenPage page = pages.open(Fixtures.executions(), "#/");
    return (Map<?, ?>) page.run(modules(module) + modules("course") + asRead(script, execution));
  }

  private static String asRead(String script, String execution) {
    return script.replace(
        "arguments[0]",
        "JSON.parse(document.getElementById('execution-%s').textContent)".formatted(execution));
  }

  private static String modules(String name) {
    return ScriptBundle.startingAt(name, PageSources.ofThisJar()).text();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
