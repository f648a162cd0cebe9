package io.stepunit.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualClock clock = new VirtualClock(START);
  private final List<String> ran = new ArrayList<>();

  private static EventOrder choosing(IntUnaryOperator choice) {
    return new EventOrder() {
      @Override
      public int choose(int among) {
        return choice.applyAsInt(among);
      }

      @Override
      public Duration between(Duration shortest, Duration longest) {
        return shortest;
      }
    };
  }

  @Test
  void the_last_choice_is_the_branch_that_comes_last() {
    Scheduler scheduler = new Scheduler(clock, choosing(among -> among - 1));
    for (String branch : List.of("a", "b")) {
      scheduler.schedule(START, Phase.RESULT, branch, () -> ran.add(branch + " result"));
      scheduler.schedule(START, Phase.START, branch, () -> ran.add(branch + " start"));
    }
    scheduler.schedule(START, Phase.ARRIVAL, () -> ran.add("arrival"));
    scheduler.schedule(START, Phase.TASK_DEADLINE, () -> ran.add("deadline"));
    scheduler.schedule(START, Phase.JOIN, () -> ran.add("join"));

    while (scheduler.runNext()) {}

    assertThat(ran)
        .containsExactly(
            "arrival", "join", "b start", "b result", "a start", "a result", "deadline");
  }

  @Test
  void the_first_choice_is_always_the_own_order() {
    Scheduler scheduler = new Scheduler(clock, choosing(among -> 0));
    scheduler.schedule(START.plusSeconds(1), Phase.START, "c", () -> ran.add("later"));
    scheduler.schedule(START, Phase.JOIN, "a", () -> ran.add("join"));
    scheduler.schedule(START, Phase.START, "b", () -> ran.add("start"));

    while (scheduler.runNext()) {}

    assertThat(ran).containsExactly("start", "join", "later");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_course_is_the_one_of_a_sorted_list(long seed) {
    Course course = new Course(seed);

    course.run();

    assertThat(course.ran).hasSizeGreaterThan(200).isEqualTo(course.expected);
    assertThat(course.scheduler.peek()).isNull();
    assertThat(course.scheduler.isAtRest()).isTrue();
  }

  /** Schedules and calls off at random, and knows from a plain list what has to come next. */
  private static final class Course {
    private final Random random;
    private final VirtualClock clock = new VirtualClock(START);
    private final Scheduler scheduler;
    private final List<Item> open = new ArrayList<>();
    private final List<Integer> ran = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();
    private int made;

    Course(long seed) {
      random = new Random(seed);
      Random choices = new Random(-seed);
      scheduler =
          new Scheduler(
              clock,
              choosing(
                  among -> {
                    int chosen = choices.nextInt(among);
                    expected.add(choices().get(chosen).number);
                    assertThat(among).isEqualTo(choices().size());
                    return chosen;
                  }));
    }

    void run() {
      for (int i = 0; i < 100; i++) {
        schedule();
      }
      while (!open.isEmpty()) {
        Item first = first();
        if (!first.phase.isInterleaved()) {
          expected.add(first.number);
        }
        scheduler.runNext();
      }
    }

    private Item first() {
      return open.stream().min(Item.ORDER).orElseThrow();
    }

    private List<Item> choices() {
      Item first = first();
      return open.stream()
          .filter(item -> item.at.equals(first.at) && item.phase.isInterleaved())
          .filter(item -> item == nextOf(item.branch, first.at))
          .sorted(Item.ORDER)
          .toList();
    }

    private Item nextOf(String branch, Instant at) {
      return open.stream()
          .filter(item -> item.at.equals(at) && item.phase.isInterleaved())
          .filter(item -> item.branch.equals(branch))
          .min(Item.ORDER)
          .orElseThrow();
    }

    private void schedule() {
      Phase phase = Phase.values()[random.nextInt(Phase.values().length)];
      String branch = List.of("a", "b", "c", "d", "e").get(random.nextInt(5));
      Item item = new Item(made++, clock.instant().plusSeconds(random.nextInt(3)), phase, branch);
      open.add(item);
      item.scheduled = scheduler.schedule(item.at, phase, branch, () -> happen(item));
    }

    private void happen(Item item) {
      open.remove(item);
      ran.add(item.number);
      if (made < 400) {
        schedule();
        schedule();
      }
      if (random.nextInt(4) == 0 && !open.isEmpty()) {
        Item calledOff = open.remove(random.nextInt(open.size()));
        calledOff.scheduled.cancel();
      }
    }
  }

  private static final class Item {
    private static final Comparator<Item> ORDER =
        Comparator.comparing((Item item) -> item.at)
            .thenComparing(item -> item.phase)
            .thenComparing(item -> item.number);

    private final int number;
    private final Instant at;
    private final Phase phase;
    private final String branch;
    private Cancellation scheduled = () -> {};

    Item(int number, Instant at, Phase phase, String branch) {
      this.number = number;
      this.at = at;
      this.phase = phase;
      this.branch = branch;
    }
  }
}
