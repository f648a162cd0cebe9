package io.stepunit.internal.sweep;

import io.stepunit.internal.text.Printable;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * How far a long work has come. It is told meanwhile, if that takes a while: on a terminal by a
 * line that is written over, in a log by a line now and then.
 *
 * <pre>{@code
 * pays: 130 of 1,000, 1 failed, about 15 min left: Ship × times out
 * }</pre>
 */
public final class Progress {
  private final ProgressOutput output;
  private final LongSupplier nanoTime;
  private final String name;
  private final String noted;
  private final OptionalInt total;
  private final long startedAt;
  private long toldAt;
  private int done;
  private int times;

  /**
   * Begins.
   *
   * @param nanoTime the real time
   * @param name what the work is called
   * @param noted what is counted beside what is done: {@code failed}
   * @param total how much there is at most, where it is known
   */
  public Progress(
      ProgressOutput output, LongSupplier nanoTime, String name, String noted, OptionalInt total) {
    this.output = output;
    this.nanoTime = nanoTime;
    this.name = Printable.line(name);
    this.noted = noted;
    this.total = total;
    this.startedAt = nanoTime.getAsLong();
    this.toldAt = startedAt;
  }

  /** One that nobody is told. */
  public static Progress untold() {
    return new Progress(new ProgressOutput.Nowhere(), () -> 0, "", "", OptionalInt.empty());
  }

  /**
   * One more has ended.
   *
   * @param what tells which
   * @param isNoted whether it counts beside
   */
  public synchronized void add(String what, boolean isNoted) {
    done++;
    times += isNoted ? 1 : 0;
    long now = nanoTime.getAsLong();
    if (output.isDue(Duration.ofNanos(now - startedAt), Duration.ofNanos(now - toldAt))) {
      toldAt = now;
      output.tell(text(what, now - startedAt));
    }
    if (total.isPresent() && done == total.getAsInt()) {
      end();
    }
  }

  /** No more will come. */
  public synchronized void end() {
    output.end();
  }

  private String text(String what, long elapsed) {
    return String.format(
        Locale.ROOT,
        "%s: %,d%s, %,d %s%s: %s",
        name,
        done,
        total.isPresent() ? String.format(Locale.ROOT, " of %,d", total.getAsInt()) : "",
        times,
        noted,
        total.isPresent() ? left(elapsed, total.getAsInt()) : "",
        Printable.line(what));
  }

  private String left(long elapsed, int all) {
    long seconds = Math.round((double) elapsed / done * (all - done) / 1e9);
    if (seconds <= 0) {
      return "";
    }
    return ", about %s left"
        .formatted(seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min");
  }
}
