package io.stepunit.internal.recording;

import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says where data first differ on the same path, in words that are the same for all executions. */
final class DataChange {
  private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");
  private static final Pattern REQUEST = Pattern.compile(".*Scheduled");

  private DataChange() {}

  static String of(Comparison comparison, ExecutionPath recorded) {
    Optional<Difference> first =
        comparison.differences().stream()
            .filter(difference -> difference.event().isPresent())
            .filter(difference -> difference.level() != Level.IDS)
            .min((a, b) -> Long.compare(a.event().orElseThrow(), b.event().orElseThrow()));
    return first
        .or(() -> comparison.differences().stream().findFirst())
        .map(difference -> of(difference, recorded))
        .orElse("");
  }

  private static String of(Difference difference, ExecutionPath recorded) {
    if (difference.event().isEmpty()) {
      return "the %s of the execution differs%s"
          .formatted(difference.level().name().toLowerCase(Locale.ROOT), at(difference.field()));
    }
    String type = difference.label().split(" ", 2)[0];
    String state = recorded.stateAt(difference.event().getAsLong());
    String of = state.isEmpty() ? "the execution" : "'" + state + "'";
    return switch (difference.level()) {
      case DETAILS -> "the " + part(type) + " of " + of + " differs" + at(member(difference));
      case TYPES -> "the events of " + of + " differ, from " + type + " on";
      case IDS -> "the order of the events of " + of + " differs";
      case STATUS, OUTPUT, ERROR, CAUSE, ANSWER, UNRECORDED -> "the end of " + of + " differs";
    };
  }

  private static String part(String type) {
    if (type.endsWith("StateEntered") || type.equals("ExecutionStarted")) {
      return "input";
    }
    if (type.endsWith("StateExited") || type.equals("ExecutionSucceeded")) {
      return "output";
    }
    return REQUEST.matcher(type).matches() ? "request" : type;
  }

  /** Without the details' own name, and without input and output, which are said. */
  private static String member(Difference difference) {
    return difference
        .field()
        .replaceFirst("^/[A-Za-z]+EventDetails", "")
        .replaceFirst("^/(input|output)(?=/|$)", "");
  }

  private static String at(String pointer) {
    String place = INDEX.matcher(pointer).replaceAll("/*");
    return place.isEmpty() ? "" : " at " + place;
  }
}
