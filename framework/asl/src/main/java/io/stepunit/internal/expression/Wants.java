package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the data has to be like for an expression to have some value. It is a guess that a run has
 * to confirm: what one part of an expression needs may not go with what another does.
 *
 * @param ways the ways to bring it about, the most promising first, each with all that it takes;
 *     empty if none is known, and one that takes nothing if the data is like that already
 */
public record Wants(List<List<Want>> ways) {
  /** Each costs an execution to try. */
  private static final int MOST = 16;

  /** No data is known with which the expression has the value. */
  public static final Wants IMPOSSIBLE = new Wants(List.of());

  /** The data is like that already. */
  public static final Wants FULFILLED = new Wants(List.of(List.of()));

  public Wants {
    ways = ways.stream().distinct().limit(MOST).map(List::copyOf).toList();
  }

  /** One thing. */
  public static Wants of(Want want) {
    return new Wants(List.of(List.of(want)));
  }

  /** One of some values at a place. */
  public static Wants oneOf(DataPath path, Collection<? extends JsonNode> values) {
    return new Wants(
        values.stream().<List<Want>>map(value -> List.of(Want.is(path, value))).toList());
  }

  /**
   * Both this and the other. Where they want different values at a place, each is tried, and what
   * lies between them: a number may have to be above one limit and below another.
   */
  public Wants and(Wants other) {
    List<List<Want>> both = new ArrayList<>();
    for (List<Want> one : ways) {
      for (List<Want> two : other.ways) {
        both.add(merged(one, two));
        both.add(merged(two, one));
        both.add(merged(between(one, two), merged(one, two)));
      }
    }
    return new Wants(both);
  }

  /** This or the other. */
  public Wants or(Wants other) {
    List<List<Want>> either = new ArrayList<>(ways);
    either.addAll(other.ways);
    return new Wants(either);
  }

  private static List<Want> between(List<Want> first, List<Want> second) {
    return first.stream()
        .flatMap(
            one ->
                second.stream()
                    .filter(two -> two.path().equals(one.path()))
                    .flatMap(two -> between(one, two).stream()))
        .toList();
  }

  private static Optional<Want> between(Want one, Want two) {
    return one.value() instanceof Want.Value.Is lower && two.value() instanceof Want.Value.Is upper
        ? DecidingValues.between(lower.json(), upper.json())
            .map(middle -> Want.is(one.path(), middle))
        : Optional.empty();
  }

  private static List<Want> merged(List<Want> first, List<Want> second) {
    Set<Want> all = new LinkedHashSet<>(first);
    second.stream()
        .filter(want -> first.stream().noneMatch(known -> known.path().equals(want.path())))
        .forEach(all::add);
    return List.copyOf(all);
  }
}
