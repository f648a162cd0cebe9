package io.stepunit.junit.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AssertProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** What became of fixture classes that were run. */
public final class Results implements AssertProvider<ResultsAssert> {
  private final EngineExecutionResults results;

  Results(EngineExecutionResults results) {
    this.results = results;
  }

  @Override
  public ResultsAssert assertThat() {
    return new ResultsAssert(this);
  }

  long succeededTests() {
    return results.testEvents().succeeded().count();
  }

  /** The display names of the tests that ran, in the order of their starts. */
  public List<String> testNames() {
    return results.testEvents().started().stream()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .toList();
  }

  /** The values of the report entries that were published under a key. */
  public List<String> reportEntries(String key) {
    return results.allEvents().reportingEntryPublished().stream()
        .map(event -> (ReportEntry) event.getPayload().orElseThrow())
        .flatMap(entry -> Stream.ofNullable(entry.getKeyValuePairs().get(key)))
        .toList();
  }

  /** What a build prints for each failure of a test, in the order of their ends. */
  public List<String> printedFailures() {
    return failedTests().stream().map(Results::printed).toList();
  }

  /** What a build prints for each failure of a class or of a test template. */
  public List<String> printedContainerFailures() {
    return failedContainers().stream().map(Results::printed).toList();
  }

  List<Throwable> failedTests() {
    return failures(results.testEvents());
  }

  List<Throwable> failedContainers() {
    return failures(results.containerEvents());
  }

  private static List<Throwable> failures(Events events) {
    return events.failed().stream()
        .map(Event::getPayload)
        .map(payload -> (TestExecutionResult) payload.orElseThrow())
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }

  /** What a build prints for a failure. */
  static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
