package io.stepunit.internal.mock;

import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.TaskTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mocks of a machine by what they are for, so that a call asks only those that may answer. */
final class MocksByTarget {
  private final Map<String, List<DeclaredMock>> byPath = new HashMap<>();
  private final Map<String, List<DeclaredMock>> byState = new HashMap<>();
  private final List<DeclaredMock> byResource = new ArrayList<>();
  private final List<DeclaredMock> ofTemplate = new ArrayList<>();

  void add(DeclaredMock mock) {
    TaskTarget target = mock.taskTarget();
    if (target instanceof TaskTarget.OfPath) {
      byPath.computeIfAbsent(target.text(), path -> new ArrayList<>()).add(mock);
    } else if (target instanceof TaskTarget.OfState) {
      byState.computeIfAbsent(target.text(), state -> new ArrayList<>()).add(mock);
    } else if (target instanceof TaskTarget.OfTemplate) {
      ofTemplate.add(mock);
    } else {
      byResource.add(mock);
    }
  }

  /**
   * The mock that answers a call, null if none does: of the most particular kind, with a condition
   * before those without, and the one made last.
   */
  @Nullable DeclaredMock winner(AskedCall call) {
    List<List<DeclaredMock>> kinds = kinds(call.request());
    for (List<DeclaredMock> kind : kinds) {
      DeclaredMock best = best(kind, call);
      if (best != null) {
        noteLosers(kinds, call.request(), best);
        return best;
      }
    }
    return null;
  }

  private List<List<DeclaredMock>> kinds(AttemptRequest request) {
    return List.of(
        byPath.isEmpty() ? List.of() : byPath.getOrDefault(request.path(), List.of()),
        byState.getOrDefault(request.state(), List.of()),
        byResource,
        ofTemplate);
  }

  private static @Nullable DeclaredMock best(List<DeclaredMock> mocks, AskedCall call) {
    DeclaredMock unconditional = null;
    for (int i = mocks.size() - 1; i >= 0; i--) {
      DeclaredMock mock = mocks.get(i);
      if (mock.hasConditions()) {
        if (mock.matches(call)) {
          return mock;
        }
      } else if (unconditional == null && mock.matches(call)) {
        unconditional = mock;
      }
    }
    return unconditional;
  }

  private static void noteLosers(
      List<List<DeclaredMock>> kinds, AttemptRequest request, DeclaredMock winner) {
    kinds.forEach(kind -> kind.forEach(mock -> mock.loses(request, winner)));
  }
}
