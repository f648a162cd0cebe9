package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.json.JsonPointers;
import io.stepunit.internal.model.CompiledDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All mutants of a definition: each has one small mistake that no validation finds, but for a state
 * that nothing leads to any more. What is known to make no difference is not made.
 *
 * <pre>{@code
 * Mutants.of(CompiledDefinition.of(definition))
 * }</pre>
 */
public final class Mutants {
  private static final List<Mutations> ALL =
      List.of(
          new TransitionMutations(),
          new ChoiceMutations(),
          new HandlerMutations(),
          new TimeMutations(),
          new MapMutations(),
          new DataMutations(),
          new JsonataMutations());

  private final CompiledDefinition definition;
  private final JsonNode asl;
  private final CoveragePoints points;
  private final List<Mutant> drafts = new ArrayList<>();

  private Mutants(CompiledDefinition definition) {
    this.definition = definition;
    this.asl = definition.source();
    this.points = CoveragePoints.of(asl);
  }

  /** The mutants of a definition, state by state in its order. */
  public static List<Mutant> of(CompiledDefinition definition) {
    Mutants mutants = new Mutants(definition);
    mutants.machine();
    return mutants.loadable();
  }

  private void machine() {
    Place machine = new Place(asl, "", "", asl, false, points, drafts::add);
    new TimeMutations().in(machine);
    scope(asl, "", asl.path("QueryLanguage").asText("JSONPath"));
  }

  private void scope(JsonNode scope, String pointer, String language) {
    scope
        .path("States")
        .properties()
        .forEach(
            state ->
                state(
                    new Place(
                        state.getValue(),
                        JsonPointers.child(JsonPointers.child(pointer, "States"), state.getKey()),
                        state.getKey(),
                        scope,
                        state.getValue().path("QueryLanguage").asText(language).equals("JSONata"),
                        points,
                        drafts::add),
                    language));
  }

  private void state(Place place, String language) {
    ALL.forEach(mutations -> mutations.in(place));
    JsonNode branches = place.field("Branches");
    for (int i = 0; i < branches.size(); i++) {
      scope(branches.get(i), place.at("Branches", i), language);
    }
    for (String processor : List.of("ItemProcessor", "Iterator")) {
      scope(place.field(processor), place.at(processor), language);
    }
  }

  private List<Mutant> loadable() {
    Set<Change> known = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<Mutant> mutants = new ArrayList<>();
    for (Mutant draft : drafts) {
      Change change = new Change(draft.pointer(), draft.replacement());
      if (makesDifference(draft) && known.add(change) && isLoadable(draft)) {
        mutants.add(numbered(draft, numbers));
      }
    }
    return List.copyOf(mutants);
  }

  private boolean makesDifference(Mutant draft) {
    return draft.replacement().filter(asl.at(draft.pointer())::equals).isEmpty();
  }

  /** Two kinds of mistakes may come to the same. */
  private record Change(String pointer, Optional<JsonNode> replacement) {}

  private boolean isLoadable(Mutant draft) {
    try {
      draft.in(definition);
      return true;
    } catch (InvalidDefinitionException e) {
      return false;
    }
  }

  /** Named after what is changed, so that mistakes elsewhere do not rename it. */
  private static Mutant numbered(Mutant draft, Map<String, Integer> numbers) {
    String name = draft.operator().mutatorName() + draft.pointer();
    int number = numbers.merge(name, 1, Integer::sum);
    return new Mutant(
        number == 1 ? name : name + "#" + number,
        draft.operator(),
        draft.pointer(),
        draft.replacement(),
        draft.state(),
        draft.reach(),
        draft.description());
  }
}
