package io.stepunit.internal.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Stack traces that begin at a line of the user: StepUnit's own frames are taken out of what it
 * throws, and the JDK's and AssertJ's that it called. {@code -Dstepunit.stackTrace=full} keeps
 * them.
 *
 * <p>What StepUnit does not throw on purpose keeps its frames, since they tell of a defect in it.
 * So does what no line of a user led to.
 */
public final class StackTraces {
  /** The system property that keeps all frames if it is {@code full}. */
  static final String SWITCH = "stepunit.stackTrace";

  private static final String OWN = "io.stepunit.";
  private static final String JUNIT = "org.junit.";

  private StackTraces() {}

  /** Prunes an error that was just made; the same error. */
  public static <T extends Throwable> T pruned(T thrown) {
    if (!isOff() && isThrownOnPurpose(thrown)) {
      prune(thrown);
    }
    return thrown;
  }

  /** Prunes the failure of a test, with its causes and what it suppressed. */
  public static void pruneAll(Throwable failure) {
    if (!isOff()) {
      pruneAll(failure, false, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  private static boolean isOff() {
    return "full".equals(System.getProperty(SWITCH));
  }

  private static void pruneAll(Throwable thrown, boolean within, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    boolean ours = within || isOwn(thrown) || isThrownOnPurpose(thrown);
    if (ours) {
      prune(thrown);
    }
    Optional.ofNullable(thrown.getCause()).ifPresent(cause -> pruneAll(cause, ours, seen));
    for (Throwable suppressed : thrown.getSuppressed()) {
      pruneAll(suppressed, ours, seen);
    }
  }

  private static boolean isThrownOnPurpose(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    return frames.length > 0
        && isOwn(frames[0])
        && (thrown instanceof AssertionError
            || thrown instanceof IllegalArgumentException
            || thrown instanceof IllegalStateException
            || isOwn(thrown));
  }

  private static boolean isOwn(Throwable thrown) {
    return thrown.getClass().getName().startsWith(OWN);
  }

  private static void prune(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    if (!hasLineOfUser(frames)) {
      return;
    }
    Deque<StackTraceElement> kept = new ArrayDeque<>();
    boolean calledByUs = false;
    for (int i = frames.length - 1; i >= 0; i--) {
      calledByUs = isOwn(frames[i]) || (calledByUs && isPlumbing(frames[i]));
      if (!calledByUs) {
        kept.addFirst(frames[i]);
      }
    }
    thrown.setStackTrace(kept.toArray(StackTraceElement[]::new));
  }

  private static boolean hasLineOfUser(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .filter(frame -> !isOwn(frame) && !isPlumbing(frame))
        .findFirst()
        .filter(frame -> !frame.getClassName().startsWith(JUNIT))
        .isPresent();
  }

  private static boolean isOwn(StackTraceElement frame) {
    return frame.getClassName().startsWith(OWN);
  }

  private static boolean isPlumbing(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("java.")
        || type.startsWith("jdk.")
        || type.startsWith("sun.")
        || type.startsWith("org.assertj.");
  }
}
