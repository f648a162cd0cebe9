package io.stepunit.internal.junit;

import io.stepunit.internal.text.Printable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells the progress by a line now and then. */
final class ConsoleProgress implements MutationProgress {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private int total;
  private int done;
  private int survived;
  private long startedAt;
  private long toldAt;

  /**
   * @param nanoTime the real time
   */
  ConsoleProgress(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
  }

  @Override
  public void begins(int mutants) {
    total = mutants;
    startedAt = nanoTime.getAsLong();
    toldAt = startedAt;
    out.println(String.format(Locale.ROOT, "StepUnit: trying %,d mutants", mutants));
  }

  @Override
  public void add(String mutant, boolean hasSurvived) {
    done++;
    survived += hasSurvived ? 1 : 0;
    long now = nanoTime.getAsLong();
    if (now - toldAt >= INTERVAL.toNanos()) {
      toldAt = now;
      out.println(line(mutant, now - startedAt));
    }
  }

  private String line(String mutant, long elapsed) {
    long left = Math.round((double) elapsed / done * (total - done) / 1e9);
    return String.format(
        Locale.ROOT,
        "StepUnit: %,d of %,d mutants, %,d not found, about %,d s left: %s",
        done,
        total,
        survived,
        left,
        Printable.line(mutant));
  }

  @Override
  public void ends() {}
}
