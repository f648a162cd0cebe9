package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Timestamps;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.model.Setting;
import io.stepunit.internal.model.StateInfo;
import io.stepunit.internal.model.WaitState;
import io.stepunit.internal.model.WaitState.Until;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads Wait states.
 *
 * @param fields the state's fields
 */
record WaitReader(Fields fields) {
  WaitState read(StateInfo info) {
    return new WaitState(
        info, fields.ofLanguage().ofPassiveState(), until(), new TransitionReader(fields).next());
  }

  private Until until() {
    fields.exactlyOneOf("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
    SettingFields settings = new SettingFields(fields);
    Optional<Until> seconds =
        settings
            .constantOrComputed("Seconds", 0, SettingFields.MAX_SECONDS)
            .map(Until.Seconds::new);
    Optional<Until> secondsPath = settings.<Long>path("SecondsPath").map(Until.Seconds::new);
    Optional<Until> computed =
        fields
            .ofLanguage()
            .<Instant>computed("Timestamp", ResultType.STRING)
            .map(Until.Timestamp::new);
    Optional<Until> timestamp =
        computed.or(
            () ->
                fields
                    .optional("Timestamp")
                    .map(field -> new Until.Timestamp(new Setting.Constant<>(instant(field)))));
    Optional<Until> timestampPath =
        settings.<Instant>path("TimestampPath").map(Until.Timestamp::new);
    return seconds
        .or(() -> secondsPath)
        .or(() -> timestamp)
        .or(() -> timestampPath)
        .orElseGet(() -> new Until.Seconds(new Setting.Constant<>(0L)));
  }

  private Instant instant(LocatedNode field) {
    Optional<Instant> instant = Timestamps.parse(fields.textOf(field));
    if (instant.isEmpty() && field.value().isTextual()) {
      fields.report(
          Rule.INVALID_TIMESTAMP,
          "String does not match RFC3339 timestamp",
          field.location(),
          FoundValue.of(field) + "; write it like 2026-03-14T01:59:00Z");
    }
    return instant.orElse(Instant.EPOCH);
  }
}
