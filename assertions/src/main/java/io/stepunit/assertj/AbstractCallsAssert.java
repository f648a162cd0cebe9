package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.history.Call;
import io.stepunit.internal.assertj.ShouldBeState;
import io.stepunit.internal.assertj.ShouldHaveCalls;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the calls of an execution's Tasks: how often, with which input, in which order.
 * Each attempt that was scheduled is a call. A part of {@link ExecutionAssert}.
 *
 * @param <SELF> the assertion's own type
 * @param <ACTUAL> always {@link Execution}
 * @since 0.1.0
 */
public abstract class AbstractCallsAssert<
        SELF extends AbstractCallsAssert<SELF, ACTUAL>, ACTUAL extends Execution>
    extends AbstractCostAssert<SELF, ACTUAL> {

  protected AbstractCallsAssert(@Nullable ACTUAL actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /**
   * Verifies that the Task called its resource this many times, over all its visits, retries
   * included.
   *
   * <pre>{@code
   * assertThat(run).hasCalls("Charge", 3).hasCalls("Refund", 0);
   * }</pre>
   *
   * @param state the state's name, or the path of a visit ({@code Lines[3]/Charge})
   */
  public SELF hasCalls(String state, int times) {
    Objects.requireNonNull(state, "state");
    isNotNull();
    State known = known(state);
    if (actual.calls(state).size() != times) {
      throwAssertionError(ShouldHaveCalls.shouldHaveCalls(actual, state, known, times));
    }
    return myself;
  }

  /**
   * Verifies that the effective inputs of the Task's calls are exactly these, in this order.
   *
   * @param inputs for each call JSON text, a {@code JsonNode}, a {@code Map}, a record or another
   *     object
   */
  public SELF hasCallInputs(String state, @Nullable Object... inputs) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(state, "state");
    isNotNull();
    State known = known(state);
    List<JsonNode> expected =
        Arrays.stream(inputs)
            .map(input -> ExpectedJson.document(input, "The expected input of a call"))
            .toList();
    List<JsonNode> found = actual.calls(state).stream().map(Call::input).toList();
    if (!sameValues(expected, found)) {
      throwAssertionError(
          ShouldHaveCalls.shouldHaveInputs(actual, state, known, "", expected, found));
    }
    return myself;
  }

  /**
   * Verifies that the effective inputs of the Task's calls have exactly these values at a path, in
   * this order.
   *
   * <pre>{@code
   * assertThat(run).hasCallInputsAt("Charge", "$.amount", 12, 40);
   * }</pre>
   *
   * @param values one for each call; a String is a JSON string
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public SELF hasCallInputsAt(String state, String jsonPath, @Nullable Object... values) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(values, "values");
    isNotNull();
    State known = known(state);
    List<JsonNode> expected = Arrays.stream(values).map(ExpectedJson::value).toList();
    List<JsonNode> found = new ArrayList<>();
    for (Call call : actual.calls(state)) {
      found.add(call.inputAt(jsonPath).orElse(Json.NODES.missingNode()));
    }
    if (!sameValues(expected, found)) {
      throwAssertionError(
          ShouldHaveCalls.shouldHaveInputs(actual, state, known, jsonPath, expected, found));
    }
    return myself;
  }

  /**
   * Verifies that the Tasks called their resources in this order; other calls may have come in
   * between.
   */
  public SELF hasCallsInOrder(String... states) {
    Objects.requireNonNull(states, "states");
    isNotNull();
    List<String> expected = List.of(states);
    expected.forEach(this::known);
    int matched = 0;
    for (Call call : actual.calls()) {
      boolean next =
          matched < expected.size()
              && (call.state().equals(expected.get(matched))
                  || call.path().equals(expected.get(matched)));
      matched += next ? 1 : 0;
    }
    if (matched < expected.size()) {
      throwAssertionError(ShouldHaveCalls.shouldHaveCallsInOrder(actual, expected, matched));
    }
    return myself;
  }

  /**
   * Verifies that there are calls and each has this value in its effective input: for example a
   * correlation id.
   *
   * <pre>{@code
   * assertThat(run).everyCallHasInputAt("$.traceId", run.name());
   * }</pre>
   *
   * @param expected the value; a String is a JSON string
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  public SELF everyCallHasInputAt(String jsonPath, @Nullable Object expected) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    isNotNull();
    JsonNode json = ExpectedJson.value(expected);
    if (actual.calls().isEmpty()) {
      throwAssertionError(ShouldHaveCalls.shouldHaveAnyCall(actual));
    }
    for (Call call : actual.calls()) {
      Optional<JsonNode> found = call.inputAt(jsonPath);
      if (found.filter(value -> Json.sameValue(json, value)).isEmpty()) {
        throwAssertionError(ShouldHaveCalls.shouldHaveInputAt(actual, call, jsonPath, json, found));
      }
    }
    return myself;
  }

  /**
   * Verifies that no call has this text in its effective input, its result, its error or its cause,
   * neither in a value nor in a name: nothing secret reached a service or came back from one.
   *
   * <pre>{@code
   * assertThat(run).noCallContains("4111 1111 1111 1111");
   * }</pre>
   *
   * @param text not empty
   */
  public SELF noCallContains(String text) {
    Objects.requireNonNull(text, "text");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("Every call contains the empty text");
    }
    return noCallContains(Pattern.compile(Pattern.quote(text)), text);
  }

  /**
   * Like {@link #noCallContains(String)}, for whatever matches a pattern.
   *
   * @param pattern searched for in each value and each name on its own
   */
  public SELF noCallContains(Pattern pattern) {
    Objects.requireNonNull(pattern, "pattern");
    return noCallContains(pattern, "what matches " + pattern);
  }

  private SELF noCallContains(Pattern pattern, String what) {
    isNotNull();
    for (Call call : actual.calls()) {
      CallText.find(call, pattern)
          .ifPresent(
              place ->
                  throwAssertionError(
                      ShouldHaveCalls.shouldNotContain(
                          actual, call, what, place.part(), place.pointer(), place.text())));
    }
    return myself;
  }

  /** The state of a name or path. */
  final State known(String name) {
    Optional<State> state = StateNames.find(actual.definition(), name);
    if (state.isEmpty()) {
      throwAssertionError(
          ShouldBeState.shouldBeState(
              name, actual.definition(), StateNames.of(actual.definition()).keySet()));
    }
    return state.orElseThrow();
  }

  private static boolean sameValues(List<JsonNode> expected, List<JsonNode> found) {
    if (expected.size() != found.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!Json.sameValue(expected.get(i), found.get(i))) {
        return false;
      }
    }
    return true;
  }
}
