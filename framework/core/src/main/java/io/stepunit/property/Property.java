package io.stepunit.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.target.JavaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Something that a machine always has to keep to. Immutable.
 *
 * <pre>{@code
 * Property noMoneyIsLost =
 *     after("Charge").eventually("Ship", "Refund").and(never("Ship").without("Charge"));
 *
 * assertThat(order).alwaysHolds(noMoneyIsLost);
 * }</pre>
 *
 * <p>A Task <em>happens</em> when one of its calls has had its effect, also where the reply to it
 * was lost; any other state when it is entered. A call that fails did not happen.
 *
 * <p>{@code order.check(property)} looks for a case in which a machine does not keep to it, also
 * without JUnit and AssertJ.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Property {
  private final List<Rule> rules;

  private Property(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static Property of(Rule rule) {
    return new Property(List.of(rule));
  }

  /**
   * Begins a property of what has to follow: {@code after("Charge").eventually("Ship", "Refund")}.
   *
   * @param state the name of a state anywhere in the machine
   */
  public static After after(String state) {
    Objects.requireNonNull(state, "state");
    return new After(state);
  }

  /**
   * Begins a property of what has to come before: {@code never("Ship").without("Charge")}.
   *
   * @param state the name of a state anywhere in the machine
   */
  public static Never never(String state) {
    Objects.requireNonNull(state, "state");
    return new Never(state);
  }

  /**
   * The work of a Task is done once at most: over all retries and loops, over both runs of an
   * Express execution that runs twice, and over a redrive.
   *
   * @param task the name of a Task anywhere in the machine
   */
  public static Property atMostOnce(String task) {
    Objects.requireNonNull(task, "task");
    return of(new OnceRule(task, Optional.empty(), OnceRule.Key.OF_THE_WORK));
  }

  /**
   * The work of a Task is done once at most for each value that its requests have somewhere: for
   * each item of a Map, say.
   *
   * @param task the name of a Task anywhere in the machine
   * @param path where a request has the value: {@code $.orderId}
   */
  public static Property atMostOncePer(String task, String path) {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(path, "path");
    return of(new OnceRule(task, Optional.of(path), OnceRule.Key.OF_THE_WORK));
  }

  /**
   * A Task may be called again for the same work only with the same key, by which the called
   * service knows the work again: a {@code ClientRequestToken}, say. Calls at the same place of the
   * machine (the same iteration of the same Map) are for the same work.
   *
   * @param task the name of a Task anywhere in the machine
   * @param path where a request has the key: {@code $.ClientRequestToken}
   */
  public static Property idempotent(String task, String path) {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(path, "path");
    return of(new OnceRule(task, Optional.of(path), OnceRule.Key.OF_THE_CALL));
  }

  /**
   * Executions end, and within a virtual time: none waits for ever, and none loops for longer.
   *
   * @param time from the start to the end of an execution
   */
  public static Property endsWithin(Duration time) {
    Objects.requireNonNull(time, "time");
    return of(new EndRule(Optional.of(time), Integer.MAX_VALUE));
  }

  /**
   * Executions end, and their histories have so many events at most: no loop goes on for ever.
   *
   * @param events at least 1; a search ends executions after 5,000
   */
  public static Property endsWithin(int events) {
    if (events < 1) {
      throw new IllegalArgumentException(
          "An execution has at least one event, but was to end within " + events + ".");
    }
    return of(new EndRule(Optional.empty(), events));
  }

  /**
   * The output of a state always meets a condition. An assertion in the condition may fail, too.
   *
   * <pre>{@code
   * dataAt("Total", total -> total.path("cents").asInt() >= 0)
   * }</pre>
   *
   * @param state the name of a state anywhere in the machine
   */
  public static Property dataAt(String state, Predicate<JsonNode> condition) {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(condition, "condition");
    return of(new DataRule(Optional.of(state), condition));
  }

  /**
   * The output of an execution that succeeds always meets a condition. An assertion in the
   * condition may fail, too.
   */
  public static Property output(Predicate<JsonNode> condition) {
    Objects.requireNonNull(condition, "condition");
    return of(new DataRule(Optional.empty(), condition));
  }

  /** Both this and another one. */
  public Property and(Property other) {
    Objects.requireNonNull(other, "other");
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(other.rules);
    return new Property(all);
  }

  /**
   * Whether a machine has kept to the property in its executions so far.
   *
   * @throws IllegalArgumentException if the machine has no state that the property names; tells the
   *     nearest name
   */
  public Verdict judge(TestStateMachine machine) {
    requireStatesOf(machine);
    Course course = Course.of(machine);
    Optional<Verdict.Violation> violation = Optional.empty();
    Set<String> reached = new LinkedHashSet<>();
    Map<String, String> unreached = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (violation.isEmpty()) {
        violation = rule.violation(course).map(text -> new Verdict.Violation(rule.code(), text));
      }
      rule.unreached(course)
          .ifPresentOrElse(
              text -> unreached.put(rule.code(), text), () -> reached.add(rule.code()));
    }
    return new Verdict(violation, reached, unreached);
  }

  /**
   * Refuses a machine that the property cannot be about, before anything is run.
   *
   * @throws IllegalArgumentException if the machine has no state, or no Task, that the property
   *     names; tells the nearest name
   */
  public void requireStatesOf(TestStateMachine machine) {
    Objects.requireNonNull(machine, "machine");
    KnownStates known = KnownStates.of(machine);
    rules.forEach(known::require);
  }

  /** Whether {@link #toString} is source that makes the same property. */
  public boolean isSource() {
    return rules.stream().allMatch(Rule::isSource);
  }

  /** As a test writes it. */
  @Override
  public String toString() {
    return rules.get(0).code()
        + rules.stream()
            .skip(1)
            .map(rule -> ".and(" + rule.code() + ")")
            .collect(Collectors.joining());
  }

  static String literals(List<String> states) {
    return states.stream().map(JavaText::literal).collect(Collectors.joining(", "));
  }
}
