package io.stepunit.internal.sweep;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the progress of a long work is told, and when. */
public sealed interface ProgressOutput {
  /**
   * Where to tell it in this JVM.
   *
   * @param asked what the user asked for: by default short work is not worth a word
   * @param log takes a line where there is no terminal
   */
  static ProgressOutput of(Optional<Boolean> asked, Consumer<String> log) {
    if (!asked.orElse(true)) {
      return new Nowhere();
    }
    return terminal()
        .<ProgressOutput>map(console -> new Terminal(console, columns(), asked.isPresent()))
        .orElseGet(() -> new Log(log, asked.isPresent()));
  }

  /** From JDK 22 to 24 there is a console in pipes and files, too. */
  @SuppressWarnings("SystemConsoleNull") // the versions where it is never null are left out
  private static Optional<PrintWriter> terminal() {
    int jdk = Runtime.version().feature();
    return jdk >= 22 && jdk <= 24
        ? Optional.empty()
        : Optional.ofNullable(System.console()).map(Console::writer);
  }

  /** Whether there is a terminal. */
  static boolean isTerminal() {
    return terminal().isPresent();
  }

  /** How wide the terminal is: a line that wraps cannot be written over. */
  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 80;
  }

  /**
   * Whether it is time to tell.
   *
   * @param elapsed since the work began
   * @param silent since something was told, or the work began
   */
  boolean isDue(Duration elapsed, Duration silent);

  /** Writes one line, without the name of the product. */
  void tell(String line);

  /** Nothing more is to be told. */
  void end();

  /** Nobody is told. */
  record Nowhere() implements ProgressOutput {
    @Override
    public boolean isDue(Duration elapsed, Duration silent) {
      return false;
    }

    @Override
    public void tell(String line) {}

    @Override
    public void end() {}
  }

  /** One line that is written over, and goes away with the last. */
  final class Terminal implements ProgressOutput {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final PrintWriter terminal;
    private final int columns;
    private final boolean fromTheStart;
    private int width;

    /**
     * One of so many columns.
     *
     * @param fromTheStart whether short work is told of, too
     */
    public Terminal(PrintWriter terminal, int columns, boolean fromTheStart) {
      this.terminal = terminal;
      this.columns = columns;
      this.fromTheStart = fromTheStart;
    }

    @Override
    public boolean isDue(Duration elapsed, Duration silent) {
      boolean isLong = fromTheStart || elapsed.compareTo(SHORT) >= 0;
      return isLong && (width == 0 || silent.compareTo(INTERVAL) >= 0);
    }

    @Override
    public void tell(String line) {
      write(line.length() < columns ? line : line.substring(0, columns - 2) + "…");
    }

    @Override
    public void end() {
      if (width > 0) {
        write("");
        write("");
      }
    }

    private void write(String line) {
      terminal.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
      terminal.flush();
      width = line.length();
    }
  }

  /** A line now and then, ever more seldom. */
  final class Log implements ProgressOutput {
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofMinutes(1);

    private final Consumer<String> log;
    private Duration interval;

    /**
     * One of whole lines.
     *
     * @param fromTheStart whether short work is told of, too
     */
    public Log(Consumer<String> log, boolean fromTheStart) {
      this.log = log;
      this.interval = fromTheStart ? Duration.ZERO : SHORT;
    }

    @Override
    public boolean isDue(Duration elapsed, Duration silent) {
      return silent.compareTo(interval) >= 0;
    }

    @Override
    public void tell(String line) {
      log.accept("StepUnit: " + line);
      Duration longer = interval.isZero() ? SHORT : interval.multipliedBy(2);
      interval = longer.compareTo(MOST) < 0 ? longer : MOST;
    }

    @Override
    public void end() {}
  }
}
