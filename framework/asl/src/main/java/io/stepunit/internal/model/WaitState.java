package io.stepunit.internal.model;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Timestamps;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.jsonata.ResultType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Wait state. */
public record WaitState(StateInfo info, DataFlow dataFlow, Until until, Transition next)
    implements State {
  static WaitState read(StateInfo info, Fields fields) {
    return new WaitState(
        info, DataFlows.ofPassiveState(fields), Until.read(fields), Transition.read(fields));
  }

  @Override
  public List<Target> targets() {
    return next.target().toList();
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

    private static Until read(Fields fields) {
      fields.exactlyOneOf("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
      Optional<Until> seconds =
          Settings.constantOrComputed(fields, "Seconds", 0, Settings.MAX_SECONDS).map(Seconds::new);
      Optional<Until> secondsPath = Settings.<Long>path(fields, "SecondsPath").map(Seconds::new);
      Optional<Until> computed =
          Settings.<Instant>computed(fields, "Timestamp", ResultType.STRING).map(Timestamp::new);
      Optional<Until> timestamp =
          computed.or(
              () ->
                  fields
                      .optional("Timestamp")
                      .map(field -> new Timestamp(new Setting.Constant<>(instant(fields, field)))));
      Optional<Until> timestampPath =
          Settings.<Instant>path(fields, "TimestampPath").map(Timestamp::new);
      return seconds
          .or(() -> secondsPath)
          .or(() -> timestamp)
          .or(() -> timestampPath)
          .orElseGet(() -> new Seconds(new Setting.Constant<>(0L)));
    }

    private static Instant instant(Fields fields, LocatedNode field) {
      Optional<Instant> instant = Timestamps.parse(fields.textOf(field));
      if (instant.isEmpty() && field.value().isTextual()) {
        fields.report(
            Rule.INVALID_TIMESTAMP,
            "String does not match RFC3339 timestamp",
            field.location(),
            Fields.found(field.value()) + "; write it like 2026-03-14T01:59:00Z");
      }
      return instant.orElse(Instant.EPOCH);
    }
  }
}
