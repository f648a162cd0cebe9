package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.Read;
import java.util.List;
import java.util.stream.Stream;

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

  /** The fields of all states. */
  StateInfo info();

  /** The state's type. */
  StateType type();

  /** The state's name, unique in the whole machine. */
  default String name() {
    return info().name();
  }

  /** {@code Retry} and {@code Catch}; none where the type cannot have them. */
  default ErrorHandlers errorHandlers() {
    return ErrorHandlers.NONE;
  }

  /** The branches of a Parallel, the ItemProcessor of a Map; empty for other types. */
  default List<StateGraph> scopes() {
    return List.of();
  }

  /** This state and, if it is a Parallel or Map, all states inside of it. */
  default Stream<State> withInner() {
    return Stream.concat(Stream.of(this), scopes().stream().flatMap(StateGraph::all));
  }

  /** The transitions that it can take to other states, those of its Catchers last. */
  List<StateTarget> targets();

  /** What its own fields read of the data, worked out at each call; not what its scopes read. */
  Stream<Read> reads();

  /** Whether its scope can end with it. */
  boolean ends();

  /** The language of the state's expressions. */
  default QueryLanguage language() {
    return info().language();
  }

  /** Where the state is defined. */
  default SourceLocation location() {
    return info().location();
  }
}
