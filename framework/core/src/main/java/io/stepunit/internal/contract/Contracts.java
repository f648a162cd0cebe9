package io.stepunit.internal.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts contracts together of what mocks assumed, the same ones in whatever order that comes. */
public final class Contracts {
  /** Of a Task so many results are kept, and as many failures of each name. */
  public static final int MOST = 100;

  private final Map<String, OfTask> byFile = new TreeMap<>();

  private Contracts() {}

  /** The contracts of all Tasks of which something is assumed, by their files. */
  public static List<Contract> of(List<Assumption> assumptions) {
    Contracts contracts = new Contracts();
    assumptions.forEach(contracts::add);
    return contracts.byFile.values().stream().map(OfTask::contract).toList();
  }

  private void add(Assumption assumption) {
    byFile
        .computeIfAbsent(assumption.task().file(), file -> new OfTask())
        .add(assumption.task(), assumption.call());
  }

  /** What is assumed of one Task. Machines of one name have theirs together. */
  private static final class OfTask {
    private final TreeSet<ContractedTask> tasks = new TreeSet<>(ContractedTask.ORDER);
    private final Map<String, AssumedCall> calls = new HashMap<>();

    void add(ContractedTask task, AssumedCall call) {
      tasks.add(task);
      calls.merge(call.key(), call, OfTask::together);
    }

    /** Of the tests that use one mock, the first by name is told. */
    private static AssumedCall together(AssumedCall one, AssumedCall other) {
      Map<Object, AssumedBy> byMock = new HashMap<>();
      for (AssumedCall each : List.of(one, other)) {
        each.assumedBy()
            .forEach(
                by -> byMock.merge(by.mockAndLine(), by, (a, b) -> a.compareTo(b) <= 0 ? a : b));
      }
      return one.with(List.copyOf(byMock.values()));
    }

    Contract contract() {
      List<AssumedCall> kept = new ArrayList<>();
      Map<String, Integer> ofName = new HashMap<>();
      calls.values().stream()
          .sorted(AssumedCall.order())
          .filter(call -> ofName.merge(call.error().orElse(""), 1, Integer::sum) <= MOST)
          .forEach(kept::add);
      return new Contract(tasks.first(), kept, kept.size() == calls.size());
    }
  }
}
