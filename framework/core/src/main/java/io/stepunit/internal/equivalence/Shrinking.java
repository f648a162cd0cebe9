package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.SmallerJson;
import io.stepunit.internal.shrink.Smallest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a case smaller in which the machines differ: fewer faults, then less data. */
final class Shrinking {
  /** Runs of both machines that may find out what makes no difference. */
  private static final int RUNS = 1_500;

  private final Smallest<Case, Trial> smallest;

  private Shrinking(Comparer comparer, Trial found) {
    this.smallest =
        new Smallest<>(
            found,
            Trial::given,
            (smaller, former) ->
                comparer
                    .run(smaller)
                    .filter(former::isLike)
                    .filter(trial -> isComparable(trial, former)),
            RUNS);
  }

  static Trial smallest(Comparer comparer, Trial found) {
    Shrinking shrinking = new Shrinking(comparer, found);
    shrinking.faults();
    shrinking.input();
    shrinking.results();
    shrinking.input();
    return shrinking.smallest.trial();
  }

  private void faults() {
    for (Fault fault : given().faults()) {
      List<Fault> others = new ArrayList<>(given().faults());
      others.remove(fault);
      if (!keeps(given().withFaults(others)) && fault.calls() > 1) {
        others.add(new Fault(fault.task(), fault.error(), 1));
        keeps(given().withFaults(others));
      }
    }
  }

  private void input() {
    SmallerJson.of(given().input(), input -> keeps(given().withInput(input)));
  }

  private void results() {
    for (int call = 1; call <= smallest.trial().original().sent().size(); call++) {
      int number = call;
      SentRequest sent = smallest.trial().original().sent().get(call - 1);
      Optional<JsonNode> result = sent.madeUp() ? sent.result() : Optional.empty();
      result.ifPresent(
          json -> SmallerJson.of(json, smaller -> keeps(given().withResult(number, smaller))));
    }
  }

  private Case given() {
    return smallest.given();
  }

  private boolean keeps(Case smaller) {
    return smallest.keeps(smaller);
  }

  /** An example in which the original still works tells more than one in which data is missing. */
  private static boolean isComparable(Trial smaller, Trial former) {
    return smaller.original().outcome().equals(former.original().outcome());
  }
}
