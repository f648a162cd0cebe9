package io.stepunit;

import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;
import java.util.List;

/**
 * Where a test lets an execution run to.
 *
 * @param verb what the execution is to do there
 */
record Goal(ExecutionRun run, String state, String verb) {
  private static final int EVENTS = 20;

  /**
   * A state is entered.
   *
   * @throws IllegalArgumentException if the machine has no such state
   */
  static Goal entry(ExecutionRun run, String state) {
    return of(run, state, "enter");
  }

  /**
   * A Task awaits its token.
   *
   * @throws IllegalArgumentException if the machine has no such state
   */
  static Goal token(ExecutionRun run, String state) {
    return of(run, state, "await a token in");
  }

  private static Goal of(ExecutionRun run, String state, String verb) {
    CompiledDefinition definition = run.machine().definition();
    String name = state.substring(state.lastIndexOf("]/") < 0 ? 0 : state.lastIndexOf("]/") + 2);
    if (definition.findState(state).isEmpty() && definition.findState(name).isEmpty()) {
      List<String> names = definition.stateNames();
      throw new IllegalArgumentException(
          Printable.lines(
              "The machine '%s' (%s) has no state '%s'.%s"
                  .formatted(
                      run.machine().name(),
                      definition.location().file(),
                      name,
                      new KnownNames("Its states", names).hintFor(name))));
    }
    return new Goal(run, state, verb);
  }

  /** What to tell of an execution that came to rest or to its end elsewhere. */
  AssertionError missed() {
    if (!run.isEnded()) {
      return new StuckExecutionError(run, "cannot " + verb + " '" + state + "'");
    }
    return StackTraces.pruned(
        new AssertionError(
            Printable.lines(
                "Execution '%s' was to %s '%s, and ended %s without it%s.\n\nTimeline of execution %s:\n%s"
                    .formatted(
                        run.name(),
                        verb,
                        place(),
                        run.status(),
                        error(),
                        run.name(),
                        timeline()))));
  }

  private String place() {
    return run.machine()
        .definition()
        .findState(state)
        .map(State::location)
        .map(location -> state + "' (" + location + ")")
        .orElse(state + "'");
  }

  private String error() {
    ExecutionDescription ended = run.snapshot().description();
    return ended.error().map(error -> ": " + error).orElse("")
        + ended.cause().map(cause -> ": " + cause).orElse("");
  }

  private String timeline() {
    return run.snapshot().latest(EVENTS).toString();
  }
}
