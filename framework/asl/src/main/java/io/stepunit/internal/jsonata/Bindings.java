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
    return inAny(draft.parts) || in(draft.predicates) || in(draft.stages) || inPairs(draft);
  }

  /** Whether one of them does. */
  static boolean inAny(List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (in(draft)) {
        return true;
      }
    }
    return false;
  }

  private static boolean in(@Nullable List<Draft.Stage> stages) {
    return stages != null
        && stages.stream().anyMatch(stage -> stage.predicate() != null && in(stage.predicate()));
  }

  private static boolean inPairs(Draft draft) {
    return inPairs(draft.pairs) || draft.group != null && inPairs(draft.group.pairs());
  }

  private static boolean inPairs(List<Draft.Pair> pairs) {
    for (Draft.Pair pair : pairs) {
      if (in(pair.key()) || in(pair.value())) {
        return true;
      }
    }
    return false;
  }
}
