package io.stepunit.internal.api;

import io.stepunit.internal.engine.ExecutionRun;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The X-Ray header that an execution shows as its {@code traceHeader}. */
final class TraceHeader {
  private static final Pattern ROOT = Pattern.compile(".*\\bRoot=1-[0-9a-f]{8}-[0-9a-f]{24}\\b.*");
  private static final String SAMPLED = "Sampled=";
  private static final int ID_DIGITS = 24;

  private TraceHeader() {}

  /**
   * The header of an execution.
   *
   * @param given what the start was sent
   * @param traced whether the machine's {@code tracingConfiguration} is enabled
   * @return empty if nothing was sent and nothing is traced
   */
  static Optional<String> of(Optional<String> given, boolean traced, ExecutionRun run) {
    if (given.isEmpty() && !traced) {
      return Optional.empty();
    }
    return given
        .filter(header -> ROOT.matcher(header).matches())
        .map(header -> header.contains(SAMPLED) ? header : header + ";" + SAMPLED + "1")
        .or(() -> Optional.of(generated(run)));
  }

  private static String generated(ExecutionRun run) {
    String id =
        UUID.nameUUIDFromBytes(run.arn().getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .substring(0, ID_DIGITS);
    return String.format(
        Locale.ROOT, "Root=1-%08x-%s;Sampled=1", run.startedAt().getEpochSecond(), id);
  }
}
