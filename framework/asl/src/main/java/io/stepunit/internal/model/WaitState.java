package io.stepunit.internal.model;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A Wait state. */
public record WaitState(StateInfo info, DataFlow dataFlow, Until until, Transition next)
    implements State {

  @Override
  public List<StateTarget> targets() {
    return next.targets();
  }

  @Override
  public boolean ends() {
    return next.equals(Transition.END);
  }

  @Override
  public Stream<Read> reads() {
    return Stream.concat(dataFlow.reads(), until.reads());
  }

  @Override
  public StateType type() {
    return StateType.WAIT;
  }

  /** How long a Wait state waits. */
  public sealed interface Until {
    /** What the fields read of the data. */
    Stream<Read> reads();

    /** {@code Seconds} or {@code SecondsPath}. */
    record Seconds(Setting<Long> seconds) implements Until {
      @Override
      public Stream<Read> reads() {
        return seconds.reads(ValueKind.NUMBER);
      }
    }

    /** {@code Timestamp} or {@code TimestampPath}. */
    record Timestamp(Setting<Instant> timestamp) implements Until {
      @Override
      public Stream<Read> reads() {
        return timestamp.reads(ValueKind.TIMESTAMP);
      }
    }
  }
}
