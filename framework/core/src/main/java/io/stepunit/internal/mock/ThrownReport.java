package io.stepunit.internal.mock;

import io.stepunit.internal.text.Printable;
import io.stepunit.mock.ThrownException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Shows below a failure what users' code threw inside of an execution, with the lines of that code:
 * the history has only what Lambda would report of it.
 */
@SuppressWarnings("OverrideThrowableToString") // the class name would be noise in a report
public final class ThrownReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 3;

  private ThrownReport(ThrownException thrown) {
    super(
        Printable.line(
            "StepUnit: thrown in %s, attempt %s, by %s"
                .formatted(thrown.path(), thrown.attempt(), thrown.mock())),
        thrown.exception(),
        false,
        false);
  }

  /** Adds the latest exceptions to a failure, but none that it shows already. */
  public static void addTo(Throwable failure, List<ThrownException> thrown) {
    Set<Throwable> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(failure, shown);
    List<ThrownException> untold =
        thrown.stream().filter(each -> shown.add(each.exception())).toList();
    untold.stream()
        .skip(Math.max(0, untold.size() - SHOWN))
        .forEach(each -> failure.addSuppressed(new ThrownReport(each)));
  }

  private static void collect(Throwable thrown, Set<Throwable> shown) {
    if (shown.add(thrown)) {
      if (thrown.getCause() != null) {
        collect(thrown.getCause(), shown);
      }
      for (Throwable suppressed : thrown.getSuppressed()) {
        collect(suppressed, shown);
      }
    }
  }

  /** A throwable whose stack trace is this text and that of its cause. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
