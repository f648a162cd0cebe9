package io.stepunit.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualClock clock = new VirtualClock(START);
  private final Scheduler scheduler = new Scheduler(clock);
  private final List<String> ran = new ArrayList<>();

  private void runAll() {
    while (scheduler.runNext()) {}
  }

  @Test
  void scheduler_is_at_rest_where_a_limit_alone_is_due() {
    assertThat(scheduler.isAtRest()).isTrue();
    Cancellation limit = scheduler.schedule(START.plusSeconds(9), Phase.SERVICE_LIMIT, () -> {});
    assertThat(scheduler.isAtRest()).isTrue();

    Cancellation wait = scheduler.schedule(START.plusSeconds(20), Phase.RESULT, () -> {});
    assertThat(scheduler.isAtRest()).isFalse();
    wait.cancel();
    assertThat(scheduler.isAtRest()).isTrue();
    limit.cancel();

    assertThat(scheduler.peek()).isNull();
  }

  @Test
  void runs_by_time_then_phase_then_order_of_scheduling() {
    schedule(1, Phase.RESULT, "later result");
    schedule(0, Phase.JOIN, "join");
    schedule(0, Phase.START, "first start");
    schedule(0, Phase.START, "second start");
    schedule(1, Phase.ARRIVAL, "later arrival");
    schedule(0, Phase.ARRIVAL, "arrival");

    runAll();

    assertThat(ran)
        .containsExactly(
            "arrival", "first start", "second start", "join", "later arrival", "later result");
  }

  @Test
  void moves_the_clock_to_what_it_runs() {
    List<Instant> seen = new ArrayList<>();
    scheduler.schedule(
        START.plusSeconds(31_536_000), Phase.RESULT, () -> seen.add(clock.instant()));

    runAll();

    assertThat(seen).containsExactly(START.plusSeconds(31_536_000));
  }

  @Test
  void never_runs_nor_shows_what_was_cancelled() {
    Cancellation first = scheduler.schedule(START, Phase.START, () -> ran.add("first"));
    Cancellation second =
        scheduler.schedule(START.plusSeconds(9), Phase.START, () -> ran.add("second"));
    schedule(1, Phase.START, "third");

    first.cancel();
    second.cancel();
    runAll();

    assertThat(ran).containsExactly("third");
    assertThat(scheduler.peek()).isNull();
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void takes_an_instant_in_the_past_for_the_present() {
    schedule(5, Phase.START, "moves the clock");
    runAll();

    scheduler.schedule(START, Phase.START, () -> ran.add("in the past"));
    runAll();

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    assertThat(ran).endsWith("in the past");
  }

  /** The entry that is kept in front of the heap must never change the order. */
  @Test
  void keeps_the_order_whatever_is_scheduled_while_it_runs() {
    Random random = new Random(7);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      scheduleItem(items, random, 3);
    }

    runAll();

    assertThat(items).hasSize(200).allMatch(item -> item.position > 0);
    assertThat(inOrderAmongKnown(items)).isTrue();
  }

  /** No item may run before another that was known then and comes first. */
  private static boolean inOrderAmongKnown(List<Item> items) {
    for (Item earlier : items) {
      for (Item later : items) {
        boolean known = later.scheduledAtPosition < earlier.position;
        if (known && earlier.position < later.position && later.comesBefore(earlier)) {
          return false;
        }
      }
    }
    return true;
  }

  private int position;
  private long sequence;

  private void scheduleItem(List<Item> items, Random random, int depth) {
    Item item = new Item();
    item.sequence = sequence++;
    item.phase = Phase.values()[random.nextInt(Phase.values().length)];
    item.at = clock.instant().plusSeconds(random.nextInt(3));
    item.scheduledAtPosition = position;
    items.add(item);
    scheduler.schedule(
        item.at,
        item.phase,
        () -> {
          item.position = ++position;
          if (depth > 0) {
            scheduleItem(items, random, depth - 1);
          }
        });
  }

  private void schedule(int seconds, Phase phase, String name) {
    scheduler.schedule(START.plusSeconds(seconds), phase, () -> ran.add(name));
  }

  @Test
  void refuses_to_move_the_clock_back() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.moveTo(START.minusSeconds(1)))
        .withMessageContaining("only moves forward");
  }

  @Test
  void shows_virtual_time_in_any_zone() {
    var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

    clock.moveTo(START.plusSeconds(60));

    assertThat(berlin.instant()).isEqualTo(START.plusSeconds(60));
    assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  private static final class Item {
    private Instant at = START;
    private Phase phase = Phase.START;
    private long sequence;
    private int position;
    private int scheduledAtPosition;

    Phase phase() {
      return phase;
    }

    long sequence() {
      return sequence;
    }

    boolean comesBefore(Item other) {
      return Comparator.comparing((Item item) -> item.at)
              .thenComparing(Item::phase)
              .thenComparing(Item::sequence)
              .compare(this, other)
          < 0;
    }
  }
}
