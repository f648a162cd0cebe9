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
    AttemptRequest request = call.request();
    List<DeclaredMock> ofPath =
        byPath.isEmpty() ? List.of() : byPath.getOrDefault(request.path(), List.of());
    List<DeclaredMock> ofState = byState.getOrDefault(request.state(), List.of());
    DeclaredMock best = best(ofPath, call);
    best = best == null ? best(ofState, call) : best;
    best = best == null ? best(byResource, call) : best;
    best = best == null ? best(ofTemplate, call) : best;
    if (best != null) {
      noteLosers(ofPath, request, best);
      noteLosers(ofState, request, best);
      noteLosers(byResource, request, best);
      noteLosers(ofTemplate, request, best);
    }
    return best;
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
      List<DeclaredMock> mocks, AttemptRequest request, DeclaredMock winner) {
    for (int i = 0; i < mocks.size(); i++) {
      mocks.get(i).loses(request, winner);
    }
  }
}
