package io.stepunit.internal.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Twist;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.json.Json;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyOptions.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The cases in which nothing goes wrong: the test's inputs, then those that the machine reads. */
final class Inputs {
  private static final int ROTATIONS = 12;
  private static final int SCATTERED = 28;

  /** Of each twist: a loop ends at one value of several, and goes on at the others. */
  private static final int TWISTED = 4;

  private static final List<Twist> TWISTS =
      List.of(Twist.OWN_VALUES, Twist.SAME_ANSWERS, Twist.NULLS);

  /** No two seeds of a user have a variation in common. */
  private static final long STRIDE = 1_000_003L;

  private final Samples samples;
  private final PropertyOptions options;

  Inputs(Samples samples, PropertyOptions options) {
    this.samples = samples;
    this.options = options;
  }

  /**
   * All that are tried before anything else. Each is made when it is asked for: their data may be
   * large, and one of the first may be the last.
   */
  Iterator<Case> all(List<JsonNode> given) {
    Stream<Case> own =
        given.stream().map(input -> rotated(input).stream()).reduce(Stream.empty(), Stream::concat);
    return Stream.concat(own, made(given.isEmpty())).iterator();
  }

  private List<Case> rotated(JsonNode input) {
    List<Case> cases = new ArrayList<>();
    for (int n = 0; n < ROTATIONS; n++) {
      cases.add(of(Variation.nth(n)).withInput(input));
    }
    return cases;
  }

  private Stream<Case> made(boolean needsOne) {
    if (options.has(Dimension.INPUTS)) {
      Set<List<Object>> known = new HashSet<>();
      return variations().stream()
          .filter(variation -> known.add(samples.data(variation)))
          .map(this::of);
    }
    return Stream.of(Json.NODES.objectNode())
        .filter(input -> needsOne)
        .map(input -> of(Variation.nth(0)).withInput(input));
  }

  private List<Variation> variations() {
    List<Variation> variations = new ArrayList<>();
    for (int n = 0; n < ROTATIONS; n++) {
      variations.add(Variation.nth(n));
    }
    for (int n = 0; n < TWISTED; n++) {
      for (Twist twist : TWISTS) {
        variations.add(Variation.nth(n).with(twist));
      }
    }
    for (int n = 1; n <= SCATTERED; n++) {
      variations.add(scattered(n));
    }
    if (samples.mayBeLists()) {
      List.copyOf(variations).forEach(variation -> variations.add(variation.ofLists()));
    }
    variations.add(Variation.nth(0).withLength(0));
    variations.add(Variation.nth(0).withLength(1));
    variations.add(Variation.nth(0).withLength(5));
    return variations;
  }

  /** The n-th of endlessly many, from 1. */
  Case further(int n) {
    return of(scattered(SCATTERED + n));
  }

  private Variation scattered(int n) {
    return Variation.scattered(options.seed() * STRIDE + n);
  }

  private Case of(Variation variation) {
    return Case.of(samples.input(variation), variation, samples.objects(variation));
  }
}
