package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.effect.Effects;
import io.stepunit.effect.TaskEffect;
import io.stepunit.internal.assertj.ShouldHaveHappened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the effects of Tasks, over all attempts, executions and duplicates: what must hold
 * however often a call was retried, lost or repeated.
 *
 * <pre>{@code
 * assertThat(order.effects("Charge")).happenedOncePer("$.orderId").isCompensatedBy("Refund");
 * }</pre>
 *
 * @since 0.1.0
 */
public class EffectsAssert extends AbstractStepUnitAssert<EffectsAssert, Effects> {
  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected EffectsAssert(@Nullable Effects actual) {
    super(actual, EffectsAssert.class);
  }

  /**
   * Verifies that the effect happened exactly this many times; failed calls do not count.
   *
   * @param times 0 or more
   */
  public EffectsAssert happened(int times) {
    allAreKnown();
    if (actual.happened().size() != times) {
      throwAssertionError(ShouldHaveHappened.shouldHaveHappened(actual, times));
    }
    return this;
  }

  /** Verifies that the effect never happened. */
  public EffectsAssert neverHappened() {
    return happened(0);
  }

  /**
   * Verifies that the effect happened exactly once for each value that the calls have at a path;
   * there must be a call.
   *
   * @param jsonPath what the effect is known by: an id of the order, an idempotency key
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public EffectsAssert happenedOncePer(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
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
   * Verifies that the effect happened at most once for each value at a path; this also holds
   * without any call.
   *
   * @param jsonPath what the effect is known by
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public EffectsAssert happenedAtMostOncePer(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
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
   * Verifies that each effect was undone: in the same execution an effect of another Task followed,
   * one for each. True, too, where nothing happened.
   *
   * @param state the Task that compensates
   */
  public EffectsAssert isCompensatedBy(String state) {
    Objects.requireNonNull(state, "state");
    return isCompensated(state, Optional.empty());
  }

  /**
   * Like {@link #isCompensatedBy(String)}; but the two are matched by a value of their inputs
   * instead of by execution.
   *
   * @param jsonPath where both inputs have it
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public EffectsAssert isCompensatedBy(String state, String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    Objects.requireNonNull(state, "state");
    return isCompensated(state, Optional.of(jsonPath));
  }

  /** What only some calls tell may be wrong. */
  private void allAreKnown() {
    isNotNull();
    if (actual.forgotten() > 0) {
      throwAssertionError(ShouldHaveHappened.shouldBeKnown(actual));
    }
  }

  private EffectsAssert isCompensated(String state, Optional<String> path) {
    allAreKnown();
    List<TaskEffect> open = actual.notCompensatedBy(state, path);
    if (!open.isEmpty()) {
      throwAssertionError(ShouldHaveHappened.shouldBeCompensated(actual, state, open.get(0)));
    }
    return this;
  }

  private Map<JsonNode, Integer> timesPer(String jsonPath) {
    allAreKnown();
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
