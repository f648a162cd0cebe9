package io.stepunit.internal.report;

import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.ChoiceState;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which transition each visit of a Choice state took. The history does not tell it where several
 * rules lead to the same state.
 */
final class ChosenTransitions {
  private final Map<VisitRef, String> keys = new IdentityHashMap<>();

  private ChosenTransitions() {}

  static ChosenTransitions of(List<Decision> decisions) {
    ChosenTransitions transitions = new ChosenTransitions();
    for (Decision decision : decisions) {
      if (decision instanceof Decision.RuleChosen chosen && chosen.rule() != Decision.NONE) {
        transitions.keys.put(chosen.visit(), key(chosen));
      }
    }
    return transitions;
  }

  /** The key of the transition, as coverage names it; empty for visits of other states. */
  Optional<String> of(VisitRef visit) {
    return Optional.ofNullable(keys.get(visit));
  }

  private static String key(Decision.RuleChosen chosen) {
    ChoiceState state = (ChoiceState) chosen.visit().state();
    String pointer = state.location().pointer();
    return chosen.rule() < state.choices().size()
        ? pointer + "/Choices/" + chosen.rule() + "/Next"
        : pointer + "/Default";
  }
}
