package io.stepunit.internal.reach;

import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.solve.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What there is for item readers.
 *
 * @param objects those that the definition names
 * @param others what the objects are made of that only an execution names; empty if there are none
 */
record Stored(List<ReadObject> objects, Optional<Variation> others) {
  /** There is nothing to read. */
  static final Stored NOTHING = new Stored(List.of(), Optional.empty());

  static Stored of(Samples samples, Variation variation) {
    return new Stored(samples.objects(variation), Optional.of(variation));
  }

  /** The same with other objects. */
  Stored with(List<ReadObject> some) {
    return new Stored(some, others);
  }

  /**
   * What an execution has asked for and not found.
   *
   * @param read what there was
   */
  List<ReadObject> missing(ExecutionRecord run, List<ReadObject> read, Samples samples) {
    return others.stream()
        .flatMap(
            variation ->
                Reading.in(run).stream()
                    .flatMap(reading -> samples.objects(reading, variation).stream()))
        .filter(object -> read.stream().noneMatch(object::isAt))
        .toList();
  }
}
