package io.stepunit.internal.model;

import io.stepunit.internal.expression.Read;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code Retry} and {@code Catch} of a state, in the definition's order; both may be empty. */
public record ErrorHandlers(List<Retrier> retriers, List<Catcher> catchers) {
  /** Neither Retry nor Catch. */
  public static final ErrorHandlers NONE = new ErrorHandlers(List.of(), List.of());

  /** The transitions of the Catchers. */
  Stream<Target> targets() {
    return IntStream.range(0, catchers.size())
        .mapToObj(i -> new Target.OfCatcher(i, catchers.get(i)));
  }

  /** What the fields of the Catchers read of the data. */
  Stream<Read> reads() {
    return catchers.stream().flatMap(catcher -> catcher.dataFlow().reads());
  }
}
