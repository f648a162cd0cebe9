package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Draft.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where variables are bound. */
final class Bindings {
  private Bindings() {}

  /** Whether a draft binds a variable among those around it: a block or a function has its own. */
  static boolean in(Draft draft) {
    if (draft.is(Kind.BIND)) {
      return true;
    }
    if (draft.is(Kind.LAMBDA) || draft.is(Kind.BLOCK)) {
      return in(draft.predicates) || inPairs(draft);
    }
    return draft.parts.stream().anyMatch(Bindings::in)
        || in(draft.predicates)
        || in(draft.stages)
        || inPairs(draft);
  }

  private static boolean in(@Nullable List<Draft.Stage> stages) {
    return stages != null
        && stages.stream().anyMatch(stage -> stage.predicate() != null && in(stage.predicate()));
  }

  private static boolean inPairs(Draft draft) {
    List<Draft.Pair> grouped = draft.group == null ? List.of() : draft.group.pairs();
    return draft.pairs.stream().anyMatch(Bindings::in) || grouped.stream().anyMatch(Bindings::in);
  }

  private static boolean in(Draft.Pair pair) {
    return in(pair.key()) || in(pair.value());
  }
}
