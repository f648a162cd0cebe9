package io.stepunit;

import io.stepunit.internal.time.EventOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * One possible schedule of events that AWS may run in any order: what starts, answers or joins at
 * the same instant, and how long tasks take within given ranges.
 *
 * <p>Serves one environment, and remembers what it chose. Branches and iterations of one execution
 * and competing executions are interleaved; within a branch all keeps its order.
 *
 * <pre>{@code
 * StepFunctionsEnvironment.builder().interleaving(Interleaving.ofSeed(17)).build()
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Interleaving {
  private static final String CHOICES = "\\[(\\d+(,\\d+)*)?]";

  private final String name;
  private final IntUnaryOperator chooser;
  private final boolean inMilliseconds;
  private final List<Choice> made = new ArrayList<>();

  private Interleaving(String name, IntUnaryOperator chooser, boolean inMilliseconds) {
    this.name = name;
    this.chooser = chooser;
    this.inMilliseconds = inMilliseconds;
  }

  /**
   * One choice.
   *
   * @param among between how many things, 2 or more
   * @param chosen the one chosen, counted from 0 in the engine's own order
   */
  public record Choice(int among, int chosen) {}

  /**
   * The order of a seed.
   *
   * @param seed 0 is the engine's own order, with the shortest durations
   */
  public static Interleaving ofSeed(long seed) {
    if (seed == 0) {
      return new Interleaving("0", among -> 0, true);
    }
    SplittableRandom random = new SplittableRandom(seed);
    return new Interleaving(Long.toString(seed), random::nextInt, true);
  }

  /**
   * The order that begins with certain choices and continues with the engine's default. A range of
   * durations is a choice between its two ends.
   *
   * @param choices counted from 0; one that is too large counts as the largest there is
   */
  public static Interleaving ofChoices(List<Integer> choices) {
    Objects.requireNonNull(choices, "choices");
    List<Integer> given = List.copyOf(choices);
    String name = given.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    IntUnaryOperator chooser =
        new IntUnaryOperator() {
          private int next;

          @Override
          public int applyAsInt(int among) {
            return next < given.size() ? Math.min(given.get(next++), among - 1) : 0;
          }
        };
    return new Interleaving(name, chooser, false);
  }

  /**
   * The order that a report names.
   *
   * @param name what {@link #name} gives: a seed, {@code 17}, or choices, {@code [1,0,2]}
   * @throws IllegalArgumentException if it is neither
   */
  public static Interleaving named(String name) {
    Objects.requireNonNull(name, "name");
    String text = name.strip().replace(" ", "");
    try {
      if (!text.matches(CHOICES)) {
        return ofSeed(Long.parseLong(text));
      }
      List<Integer> choices = new ArrayList<>();
      for (String choice : text.substring(1, text.length() - 1).split(",")) {
        if (!choice.isEmpty()) {
          choices.add(Integer.valueOf(choice));
        }
      }
      return ofChoices(choices);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"%s\" is not an interleaving: expected a seed such as 17 or choices such as [1,0,2], as a report names it."
              .formatted(name),
          e);
    }
  }

  /** The name of this order in reports; {@link #named} returns the same order. */
  public String name() {
    return name;
  }

  /** The choices made so far, in order; where there was no alternative, there was no choice. */
  public List<Choice> choices() {
    return List.copyOf(made);
  }

  /**
   * The next order when all are tried one after the other, beginning with {@code
   * ofChoices(List.of())}: asked when this one has run to its end. Empty after the last.
   */
  public Optional<Interleaving> next() {
    for (int last = made.size() - 1; last >= 0; last--) {
      Choice choice = made.get(last);
      if (choice.chosen() + 1 < choice.among()) {
        List<Integer> prefix =
            new ArrayList<>(made.subList(0, last).stream().map(Choice::chosen).toList());
        prefix.add(choice.chosen() + 1);
        return Optional.of(ofChoices(prefix));
      }
    }
    return Optional.empty();
  }

  /** What the engine asks. */
  EventOrder order() {
    return new Order();
  }

  @Override
  public String toString() {
    return name;
  }

  private final class Order implements EventOrder {
    @Override
    public int choose(int among) {
      if (among == 1) {
        return 0;
      }
      int chosen = chooser.applyAsInt(among);
      made.add(new Choice(among, chosen));
      return chosen;
    }

    @Override
    public Duration between(Duration shortest, Duration longest) {
      long range = longest.minus(shortest).toMillis();
      if (range == 0) {
        return shortest;
      }
      return inMilliseconds
          ? shortest.plusMillis(choose(Math.toIntExact(range + 1)))
          : choose(2) == 0 ? shortest : longest;
    }
  }
}
