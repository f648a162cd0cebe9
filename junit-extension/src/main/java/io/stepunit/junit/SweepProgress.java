package io.stepunit.junit;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The progress of a test that runs many times: one line that is written over, on the terminal and
 * nowhere else.
 */
final class SweepProgress {
  static final String PARAMETER = "stepunit.progress";

  private final Optional<PrintWriter> terminal;
  private final String name;
  private final int total;
  private int done;
  private int failed;
  private int width;

  SweepProgress(Optional<PrintWriter> terminal, String name, int total) {
    this.terminal = terminal;
    this.name = name;
    this.total = total;
  }

  static SweepProgress of(ExtensionContext context, String name, int total) {
    Optional<Boolean> asked =
        context.getConfigurationParameter(PARAMETER).map(Boolean::parseBoolean);
    return new SweepProgress(
        asked.orElseGet(SweepProgress::consoleIsTerminal) ? terminal() : Optional.empty(),
        name,
        total);
  }

  /** From JDK 22 to 24 there is a console in pipes and files, too. */
  @SuppressWarnings("SystemConsoleNull") // the versions where it is never null are left out
  private static boolean consoleIsTerminal() {
    int jdk = Runtime.version().feature();
    return System.console() != null && (jdk < 22 || jdk > 24);
  }

  private static Optional<PrintWriter> terminal() {
    return Optional.ofNullable(System.console()).map(Console::writer);
  }

  /** One more has ended; the line goes away with the last. */
  synchronized void add(String state, boolean hasFailed) {
    done++;
    failed += hasFailed ? 1 : 0;
    write(
        String.format(
            Locale.ROOT, "%s: %s, %d of %d, %d failed", name, state, done, total, failed));
    if (done == total) {
      end();
    }
  }

  /** No more will come: the line goes away. */
  synchronized void end() {
    if (width > 0) {
      write("");
      write("");
    }
  }

  private void write(String line) {
    if (terminal.isPresent()) {
      String blanks = " ".repeat(Math.max(0, width - line.length()));
      terminal.get().print('\r' + line + blanks);
      terminal.get().flush();
      width = line.length();
    }
  }
}
