package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.Rehearsal;
import io.stepunit.internal.shrink.Smallest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Leaves out of a recipe's data what makes no difference: the execution takes the same path to the
 * same end without it.
 */
public final class Shrinking {
  private final Smallest<Recipe, Recipe> smallest;

  private Shrinking(Rehearsal rehearsal, Recipe found, int trials) {
    this.smallest =
        new Smallest<>(
            found,
            UnaryOperator.identity(),
            (smaller, former) -> like(rehearsal, smaller, former),
            trials);
  }

  /**
   * The same recipe with less data: first what nobody reads goes, then what nobody misses.
   *
   * @param trials how many executions may find out what can be left out
   */
  public static Recipe smaller(Rehearsal rehearsal, Recipe recipe, int trials) {
    Shrinking shrinking = new Shrinking(rehearsal, recipe, trials);
    shrinking.withoutUnread();
    shrinking.withoutUnmissed();
    return shrinking.given();
  }

  private Recipe given() {
    return smallest.given();
  }

  private void withoutUnread() {
    ReadData read = ReadData.of(given().execution());
    if (!smallest.keeps(everywhere(given(), read::of))) {
      for (String state : given().answers().keySet()) {
        smallest.keeps(withResults(given(), state, read::of));
      }
    }
  }

  private void withoutUnmissed() {
    List<String> states = List.copyOf(given().answers().keySet());
    states.forEach(this::withPlainResults);
    smallest.keeps(withInput(given(), Json.NODES.objectNode()));
    withoutParts(
        JsonParts.of(given().input()),
        parts -> withInput(given(), JsonParts.without(given().input(), parts)));
    for (String state : states) {
      withoutParts(
          partsOfResult(given(), state),
          parts -> withResults(given(), state, json -> JsonParts.without(json, parts)));
    }
  }

  /** Tasks that return nothing, or no objects and arrays. */
  private void withPlainResults(String state) {
    List<UnaryOperator<JsonNode>> changes =
        List.of(json -> Json.NODES.objectNode(), JsonParts::emptied, JsonParts::plain);
    for (UnaryOperator<JsonNode> change : changes) {
      if (smallest.changesTo(withResults(given(), state, change))) {
        return;
      }
    }
  }

  private static List<List<String>> partsOfResult(Recipe recipe, String state) {
    return recipe.answers().getOrDefault(state, List.of()).stream()
        .flatMap(answer -> answer.data().stream())
        .map(JsonParts::of)
        .findFirst()
        .orElse(List.of());
  }

  /** Leaves out many parts at once, then fewer. */
  private void withoutParts(
      List<List<String>> parts, Function<List<List<String>>, Recipe> without) {
    for (int size = (parts.size() + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
      for (int from = 0; from < parts.size(); from += size) {
        smallest.keeps(without.apply(parts.subList(from, Math.min(parts.size(), from + size))));
      }
    }
  }

  private static Recipe everywhere(Recipe recipe, UnaryOperator<JsonNode> less) {
    Recipe smaller = withInput(recipe, less.apply(recipe.input()));
    for (String state : recipe.answers().keySet()) {
      smaller = withResults(smaller, state, less);
    }
    return smaller;
  }

  private static Recipe withInput(Recipe recipe, JsonNode input) {
    return recipe.with(input, recipe.answers(), recipe.execution());
  }

  private static Recipe withResults(Recipe recipe, String state, UnaryOperator<JsonNode> less) {
    Map<String, List<Answer>> answers = new LinkedHashMap<>(recipe.answers());
    answers.computeIfPresent(
        state, (name, script) -> script.stream().map(answer -> answer.with(less)).toList());
    return recipe.with(recipe.input(), answers, recipe.execution());
  }

  private static Optional<Recipe> like(Rehearsal rehearsal, Recipe smaller, Recipe former) {
    return rehearsal
        .replay(smaller.input(), smaller.objects(), smaller.answers())
        .filter(run -> isLike(run, former.execution()))
        .filter(run -> RecipeSearch.reaches(run, former.points()))
        .map(run -> smaller.with(smaller.input(), smaller.answers(), run));
  }

  private static boolean isLike(ExecutionRecord run, ExecutionRecord other) {
    return run.status() == other.status()
        && run.description().error().equals(other.description().error())
        && run.path().equals(other.path());
  }
}
