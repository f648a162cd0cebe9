package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.assertj.error.ShouldHaveHappened;
import io.stepunit.effect.Effects;
import io.stepunit.effect.TaskEffect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what Tasks did to the world, over all attempts, executions and duplicates: what has
 * to hold however often something was retried, lost or run twice.
 *
 * <pre>{@code
 * assertThat(order.effects("Charge")).happenedOncePer("$.orderId").isCompensatedBy("Refund");
 * }</pre>
 */
public class EffectsAssert extends AbstractAssert<EffectsAssert, Effects> {
  /** For soft assertions, which make subclasses; tests call {@code assertThat}. */
  protected EffectsAssert(@Nullable Effects actual) {
    super(actual, EffectsAssert.class);
  }

  /**
   * It happened exactly this many times; calls that failed do not count.
   *
   * @param times 0 or more
   */
  public EffectsAssert happened(int times) {
    isNotNull();
    if (actual.happened().size() != times) {
      throwAssertionError(ShouldHaveHappened.shouldHaveHappened(actual, times));
    }
    return this;
  }

  /** It did not happen at all. */
  public EffectsAssert neverHappened() {
    return happened(0);
  }

  /**
   * For each value that the calls have at a path of their inputs, it happened exactly once; there
   * is at least one call.
   *
   * @param jsonPath what the effect is known by: an id of the order, an idempotency key
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public EffectsAssert happenedOncePer(String jsonPath) {
    Map<JsonNode, Integer> times = timesPer(jsonPath);
    if (times.isEmpty()) {
      throwAssertionError(ShouldHaveHappened.shouldHaveBeenCalled(actual, jsonPath));
    }
    times.forEach(
        (value, count) -> {
          if (count != 1) {
            throwAssertionError(
                ShouldHaveHappened.shouldHaveHappenedPer(
                    actual, "once", jsonPath, value, count, with(jsonPath, value)));
          }
        });
    return this;
  }

  /**
   * For no value at a path of the inputs did it happen twice: what holds, too, where it failed or
   * was never called.
   *
   * @param jsonPath what the effect is known by
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public EffectsAssert happenedAtMostOncePer(String jsonPath) {
    timesPer(jsonPath)
        .forEach(
            (value, count) -> {
              if (count > 1) {
                throwAssertionError(
                    ShouldHaveHappened.shouldHaveHappenedPer(
                        actual, "at most once", jsonPath, value, count, with(jsonPath, value)));
              }
            });
    return this;
  }

  /**
   * Whatever happened was undone: each effect was followed, in its execution, by one of another
   * Task; one of them undoes one effect. True, too, where nothing happened.
   *
   * @param state the Task that compensates
   */
  public EffectsAssert isCompensatedBy(String state) {
    return isCompensated(state, Optional.empty());
  }

  /**
   * Like {@link #isCompensatedBy(String)}; the two are tied by a value of their inputs instead of
   * their execution.
   *
   * @param jsonPath where both inputs have it
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public EffectsAssert isCompensatedBy(String state, String jsonPath) {
    return isCompensated(state, Optional.of(jsonPath));
  }

  private EffectsAssert isCompensated(String state, Optional<String> path) {
    isNotNull();
    List<TaskEffect> open = actual.notCompensatedBy(state, path);
    if (!open.isEmpty()) {
      throwAssertionError(ShouldHaveHappened.shouldBeCompensated(actual, state, open.get(0)));
    }
    return this;
  }

  private Map<JsonNode, Integer> timesPer(String jsonPath) {
    isNotNull();
    Map<JsonNode, Integer> times = new LinkedHashMap<>();
    for (TaskEffect effect : actual.list()) {
      JsonNode value = effect.inputAt(jsonPath).orElse(null);
      if (value == null) {
        throwAssertionError(ShouldHaveHappened.shouldHaveInputAt(actual, jsonPath, effect));
      } else {
        times.merge(value, effect.happened() ? 1 : 0, Integer::sum);
      }
    }
    return times;
  }

  private List<TaskEffect> with(String jsonPath, JsonNode value) {
    return actual.list().stream()
        .filter(effect -> effect.inputAt(jsonPath).equals(Optional.of(value)))
        .toList();
  }
}
