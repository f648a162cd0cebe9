package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.SmallerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a case smaller in which the machines differ: fewer faults, then less data. */
final class Shrinking {
  /** Runs of both machines that may find out what makes no difference. */
  private static final int RUNS = 1_500;

  private final Comparer comparer;
  private Trial smallest;
  private int left = RUNS;

  private Shrinking(Comparer comparer, Trial found) {
    this.comparer = comparer;
    this.smallest = found;
  }

  static Trial smallest(Comparer comparer, Trial found) {
    Shrinking shrinking = new Shrinking(comparer, found);
    shrinking.faults();
    shrinking.input();
    shrinking.results();
    shrinking.input();
    return shrinking.smallest;
  }

  private void faults() {
    for (Fault fault : smallest.given().faults()) {
      List<Fault> others = new ArrayList<>(smallest.given().faults());
      others.remove(fault);
      if (!keeps(smallest.given().withFaults(others)) && fault.calls() > 1) {
        others.add(new Fault(fault.task(), fault.error(), 1));
        keeps(smallest.given().withFaults(others));
      }
    }
  }

  private void input() {
    SmallerJson.of(smallest.given().input(), input -> keeps(smallest.given().withInput(input)));
  }

  private void results() {
    for (int call = 1; call <= smallest.original().sent().size(); call++) {
      int number = call;
      SentRequest sent = smallest.original().sent().get(call - 1);
      Optional<JsonNode> result = sent.madeUp() ? sent.result() : Optional.empty();
      result.ifPresent(
          json ->
              SmallerJson.of(json, smaller -> keeps(smallest.given().withResult(number, smaller))));
    }
  }

  private boolean keeps(Case smaller) {
    if (left == 0) {
      return false;
    }
    left--;
    Optional<Trial> like =
        comparer.run(smaller).filter(smallest::isLike).filter(this::isComparable);
    like.ifPresent(trial -> smallest = trial);
    return like.isPresent();
  }

  /** An example in which the original still works tells more than one in which data is missing. */
  private boolean isComparable(Trial smaller) {
    return smaller.original().outcome().equals(smallest.original().outcome());
  }
}
