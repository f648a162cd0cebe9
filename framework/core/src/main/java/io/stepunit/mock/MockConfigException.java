package io.stepunit.mock;

import io.stepunit.internal.text.Printable;
import java.util.List;

/**
 * Thrown for a {@code MockConfigFile.json} that is invalid or does not fit the machine.
 *
 * @since 0.1.0
 */
public final class MockConfigException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MockConfigException(String message) {
    super(Printable.lines(message));
  }

  MockConfigException(String message, Throwable cause) {
    super(Printable.lines(message), cause);
  }

  static MockConfigException of(String file, List<String> problems) {
    String heading =
        problems.size() == 1
            ? "The mock configuration '%s' has a problem:".formatted(file)
            : "The mock configuration '%s' has %s problems:".formatted(file, problems.size());
    return new MockConfigException(heading + "\n  " + String.join("\n  ", problems));
  }
}
