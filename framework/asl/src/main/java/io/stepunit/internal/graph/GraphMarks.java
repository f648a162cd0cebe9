package io.stepunit.internal.graph;

import java.util.Map;

/** What tests or an execution reached of a machine, by the ids of nodes and edges. */
public sealed interface GraphMarks {
  /** The machine alone. */
  record None() implements GraphMarks {}

  /**
   * How often tests reached a state or took a transition.
   *
   * @param counts by id; what is absent was never reached
   */
  record Heat(Map<String, Long> counts) implements GraphMarks {
    /** Makes marks of a copy of the counts. */
    public Heat {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * What one execution did.
   *
   * @param states by id; what is absent was not reached
   * @param taken how often each transition was taken, by id; what is absent never was
   */
  record Course(Map<String, StateMark> states, Map<String, Long> taken) implements GraphMarks {
    /** Makes marks of copies of the maps. */
    public Course {
      states = Map.copyOf(states);
      taken = Map.copyOf(taken);
    }
  }

  /**
   * What became of a state.
   *
   * @param attempts of its Task, the most in one visit
   * @param iterations of a Map, those of all its visits
   * @param failed how many of the iterations failed
   */
  record StateMark(Status status, int attempts, int iterations, int failed) {}

  /** What became of a state: of several visits the first of these. */
  enum Status {
    FAILED,
    ABORTED,
    RUNNING,
    CAUGHT,
    SUCCEEDED
  }
}
