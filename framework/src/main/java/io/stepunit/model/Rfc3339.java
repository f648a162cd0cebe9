package io.stepunit.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The timestamps of the Amazon States Language: RFC 3339 with an upper-case {@code T} between date
 * and time, and an upper-case {@code Z} where no numeric offset is given.
 */
public final class Rfc3339 {
  private static final Pattern FORMAT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?(Z|[+-]\\d{2}:\\d{2})");

  private static final int NANO_DIGITS = 9;

  private Rfc3339() {}

  /**
   * The instant of a timestamp such as {@code 2016-08-18T17:33:00Z}, or nothing if the text is
   * none. Of a fraction of a second the first nine digits count.
   */
  public static Optional<Instant> parse(String text) {
    Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(matcher.group(1)).withNano(nanos(matcher.group(2)));
      return Optional.of(time.toInstant(ZoneOffset.of(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int nanos(@Nullable String fraction) {
    String digits = fraction == null ? "" : fraction;
    String nine = (digits + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS);
    return Integer.parseInt(nine);
  }
}
