package io.stepunit.internal.solve;

import io.stepunit.internal.history.ExecutionRecord;
import java.util.List;

/**
 * A script that was run.
 *
 * @param courses the execution and its child executions
 */
record Tried(Script script, ExecutionRecord run, ScriptedCalls calls, List<Course> courses) {
  static Tried of(Script script, ExecutionRecord run, ScriptedCalls calls) {
    return new Tried(script, run, calls, Course.in(run));
  }

  /** Whether all of it is known: of a loop that hardly ends, the beginning is enough. */
  boolean isWhole() {
    return run.events().size() <= Course.EVENTS;
  }
}
