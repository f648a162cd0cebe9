package io.stepunit.cli;

import io.stepunit.ClientTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What moves virtual time. */
enum TimeMode {
  ON_POLL,
  BY_HAND,
  REAL;

  /** As the command line has it: {@code on-poll}. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param speed virtual seconds in a real one, for real time
   */
  ClientTime asClientTime(double speed) {
    return switch (this) {
      // Somebody at a shell may be about to send what others poll for all day.
      case ON_POLL -> ClientTime.onPoll(Integer.MAX_VALUE);
      case BY_HAND -> ClientTime.byHand();
      case REAL -> ClientTime.real(speed);
    };
  }

  /** Reads the option. */
  static final class Converter implements ITypeConverter<TimeMode> {
    @Override
    public TimeMode convert(String text) {
      return Arrays.stream(values())
          .filter(mode -> mode.option().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      Arrays.stream(values())
                          .map(TimeMode::option)
                          .collect(
                              Collectors.joining(
                                  ", ", "expected one of ", " but was '" + text + "'"))));
    }
  }
}
