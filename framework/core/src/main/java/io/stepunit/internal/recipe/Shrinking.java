package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.Rehearsal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Leaves out of a recipe's data what makes no difference: the execution takes the same path to the
 * same end without it.
 */
public final class Shrinking {
  private final Rehearsal rehearsal;
  private final int trials;
  private int left;

  /**
   * @param trials how many executions may find out what can be left out of one recipe
   */
  public Shrinking(Rehearsal rehearsal, int trials) {
    this.rehearsal = rehearsal;
    this.trials = trials;
  }

  /** The same recipe with less data: first what nobody reads goes, then what nobody misses. */
  public Recipe smaller(Recipe recipe) {
    left = trials;
    ReadData read = ReadData.of(recipe.execution());
    Recipe smaller = tried(recipe, everywhere(recipe, read::of));
    if (smaller == recipe) {
      for (String state : recipe.answers().keySet()) {
        smaller = tried(smaller, withResults(smaller, state, read::of));
      }
    }
    for (String state : recipe.answers().keySet()) {
      smaller = withPlainResults(smaller, state);
    }
    smaller = tried(smaller, withInput(smaller, Json.NODES.objectNode()));
    smaller =
        withoutParts(
            smaller,
            JsonParts.of(smaller.input()),
            (some, parts) -> withInput(some, JsonParts.without(some.input(), parts)));
    for (String state : recipe.answers().keySet()) {
      smaller =
          withoutParts(
              smaller,
              partsOfResult(smaller, state),
              (some, parts) -> withResults(some, state, json -> JsonParts.without(json, parts)));
    }
    return smaller;
  }

  /** Tasks that return nothing, or no objects and arrays. */
  private Recipe withPlainResults(Recipe recipe, String state) {
    List<UnaryOperator<JsonNode>> changes =
        List.of(json -> Json.NODES.objectNode(), JsonParts::emptied, JsonParts::plain);
    for (UnaryOperator<JsonNode> change : changes) {
      Recipe smaller = tried(recipe, withResults(recipe, state, change));
      if (smaller != recipe) {
        return smaller;
      }
    }
    return recipe;
  }

  private static List<List<String>> partsOfResult(Recipe recipe, String state) {
    return recipe.answers().getOrDefault(state, List.of()).stream()
        .flatMap(answer -> answer.data().stream())
        .map(JsonParts::of)
        .findFirst()
        .orElse(List.of());
  }

  /** Leaves out many parts at once, then fewer. */
  private Recipe withoutParts(
      Recipe recipe,
      List<List<String>> parts,
      BiFunction<Recipe, List<List<String>>, Recipe> without) {
    Recipe smaller = recipe;
    for (int size = (parts.size() + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
      for (int from = 0; from < parts.size(); from += size) {
        List<List<String>> some = parts.subList(from, Math.min(parts.size(), from + size));
        smaller = tried(smaller, without.apply(smaller, some));
      }
    }
    return smaller;
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

  /** The smaller recipe if it does the same, or else the other. */
  private Recipe tried(Recipe recipe, Recipe smaller) {
    boolean isSame =
        smaller.input().equals(recipe.input()) && smaller.answers().equals(recipe.answers());
    if (isSame || left == 0) {
      return recipe;
    }
    left--;
    return rehearsal
        .replay(smaller.input(), smaller.objects(), smaller.answers())
        .filter(run -> isLike(run, recipe.execution()))
        .filter(run -> RecipeSearch.reaches(run, recipe.points()))
        .map(run -> smaller.with(smaller.input(), smaller.answers(), run))
        .orElse(recipe);
  }

  private static boolean isLike(ExecutionRecord run, ExecutionRecord other) {
    return run.status() == other.status()
        && run.description().error().equals(other.description().error())
        && run.path().equals(other.path());
  }
}
