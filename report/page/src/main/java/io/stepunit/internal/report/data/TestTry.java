package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What one JVM recorded of a test: a build tool may run a test several times. */
final class TestTry {
  private final List<RecordedExecution> executions = new ArrayList<>(1);
  private final List<ObjectNode> quotas = new ArrayList<>(1);
  private Optional<TestRecord> test = Optional.empty();
  private List<ReachedSet> reached = List.of();
  private Optional<ObjectNode> world = Optional.empty();

  /** A test of a module: a class of the same name may be in two of them. */
  record Key(String module, String test) {}

  /** All tests of one file. */
  static Map<Key, TestTry> all(String module, FileRecords records) {
    Map<Key, TestTry> tries = new LinkedHashMap<>();
    Function<String, TestTry> of =
        test -> tries.computeIfAbsent(new Key(module, test), key -> new TestTry());
    for (TestRecord test : records.tests().values()) {
      TestTry ended = of.apply(test.id());
      ended.test = Optional.of(test);
      ended.reached = records.reachedBy(test);
    }
    Map<String, TestTry> byExecution = new HashMap<>();
    for (RecordedExecution execution : records.executions()) {
      TestTry ended = of.apply(execution.test());
      ended.executions.add(execution);
      byExecution.put(execution.id(), ended);
    }
    for (ObjectNode quotas : records.of("quotas")) {
      Optional.ofNullable(byExecution.get(quotas.path("execution").asText()))
          .ifPresent(ended -> ended.quotas.add(quotas));
    }
    records.of("world").forEach(it -> of.apply(it.path("test").asText()).world = Optional.of(it));
    return tries;
  }

  /** The next try of the same test: nothing stays of this one but how it ended. */
  TestTry followedBy(TestTry next) {
    next.test = next.test.map(test -> this.test.map(test::after).orElse(test)).or(() -> this.test);
    return next;
  }

  /** The test as it ended; empty if its JVM was killed before that. */
  Optional<TestRecord> test() {
    return test;
  }

  List<RecordedExecution> executions() {
    return executions;
  }

  List<ObjectNode> quotas() {
    return quotas;
  }

  /** One set of each definition. */
  List<ReachedSet> reached() {
    return reached;
  }

  Optional<ObjectNode> world() {
    return world;
  }
}
