package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.property.CaseRunner;
import io.stepunit.internal.property.KnownCases;
import io.stepunit.internal.property.PropertySearch;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.Rerun;
import io.stepunit.internal.report.TestRecording;
import io.stepunit.property.PropertyResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The search of a test that runs several times. The run without a mistake takes note of the cases;
 * those with one try the cases that get to its place, as a search of their own would find the same.
 */
record RepeatedSearch(Rerun rerun, Key key) {
  /** That of the current test; empty if it runs once. */
  static Optional<RepeatedSearch> of(TestStateMachine machine, String asserted) {
    Optional<TestRecording> test = CurrentTest.recording();
    return test.flatMap(TestRecording::rerun)
        .map(
            rerun ->
                new RepeatedSearch(
                    rerun, new Key(test.orElseThrow().id().uniqueId(), machine.name(), asserted)));
  }

  /** One test may assert the same of several machines. */
  private record Key(String test, String machine, String asserted) {}

  PropertyResult search(
      CaseRunner runner, Function<CaseRunner, PropertySearch> search, List<JsonNode> inputs) {
    Optional<KnownCases> known = rerun.shared().find(key, KnownCases.class);
    if (rerun.mistake().isPresent() && known.isPresent()) {
      return search.apply(runner).again(known.get(), rerun.mistake().get());
    }
    NotedCases noted = new NotedCases(runner);
    PropertyResult result = search.apply(noted).search(inputs);
    if (result.holds()) {
      // A test that expects a counterexample needs the whole search each time.
      rerun.shared().once(key, KnownCases.class, noted::all);
    }
    return result;
  }
}
