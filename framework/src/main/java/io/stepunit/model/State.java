package io.stepunit.model;

/** One state of a machine. */
public sealed interface State
    permits TaskState,
        PassState,
        WaitState,
        ChoiceState,
        ParallelState,
        MapState,
        SucceedState,
        FailState {

  /** What all states have. */
  StateInfo info();

  /** The state's type. */
  StateType type();

  /** The state's name, unique in the whole machine. */
  default String name() {
    return info().name();
  }

  /** Where the state is defined. */
  default SourceLocation location() {
    return info().location();
  }
}
