package io.stepunit.internal.history;

import io.stepunit.history.CatcherInfo;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.State;
import java.util.List;
import java.util.stream.IntStream;

/** The Catchers of a state as users see them. */
public final class Catchers {
  private Catchers() {}

  /** In the order of {@code Catch}; none for types that cannot have any. */
  public static List<CatcherInfo> of(State state) {
    List<Catcher> catchers = state.errorHandlers().catchers();
    return IntStream.range(0, catchers.size())
        .mapToObj(index -> info(index, catchers.get(index)))
        .toList();
  }

  private static CatcherInfo info(int index, Catcher catcher) {
    return new CatcherInfo(index, catcher.errorEquals(), catcher.next(), catcher.location());
  }
}
