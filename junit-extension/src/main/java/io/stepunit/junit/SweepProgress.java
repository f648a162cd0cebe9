package io.stepunit.junit;

import io.stepunit.internal.text.Printable;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How far a test has come that runs many times. It is told while the test runs, if that takes a
 * while: on a terminal by a line that is written over, in a log by a line now and then.
 */
final class SweepProgress {
  static final String PARAMETER = "stepunit.progress";

  private final ProgressOutput output;
  private final LongSupplier nanoTime;
  private final String name;
  private final int total;
  private final long startedAt;
  private long toldAt;
  private int done;
  private int failed;

  /**
   * @param nanoTime the real time
   * @param name what the test is called
   * @param total how many times it runs at most
   */
  SweepProgress(ProgressOutput output, LongSupplier nanoTime, String name, int total) {
    this.output = output;
    this.nanoTime = nanoTime;
    this.name = Printable.line(name);
    this.total = total;
    this.startedAt = nanoTime.getAsLong();
    this.toldAt = startedAt;
  }

  static SweepProgress of(ExtensionContext context, String name, int total) {
    ProgressOutput output =
        ProgressOutput.of(context.getConfigurationParameter(PARAMETER).map(Boolean::parseBoolean));
    return new SweepProgress(output, System::nanoTime, name, total);
  }

  /**
   * One more has ended.
   *
   * @param what tells which
   */
  synchronized void add(String what, boolean hasFailed) {
    done++;
    failed += hasFailed ? 1 : 0;
    long now = nanoTime.getAsLong();
    if (output.isDue(Duration.ofNanos(now - startedAt), Duration.ofNanos(now - toldAt))) {
      toldAt = now;
      output.tell(text(what, now - startedAt));
    }
    if (done == total) {
      end();
    }
  }

  /** No more will come. */
  synchronized void end() {
    output.end();
  }

  private String text(String what, long elapsed) {
    long secondsLeft = Math.round((double) elapsed / done * (total - done) / 1e9);
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d, %,d failed%s: %s",
        name,
        done,
        total,
        failed,
        secondsLeft > 0 ? ", about " + time(secondsLeft) + " left" : "",
        Printable.line(what));
  }

  private static String time(long seconds) {
    return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }
}
