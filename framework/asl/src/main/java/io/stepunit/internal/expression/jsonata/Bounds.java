package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends an evaluation that exceeds AWS's limits of depth, size or time. AWS stops after a second;
 * here a number of nodes stands for it, so that the same expression always ends alike.
 */
final class Bounds {
  static final int DEPTH = 100;
  static final int BYTES = 6_990_256;
  static final int NUMBER_BYTES = 8;
  static final int NODES = 10_000_000;

  /** How the library shows a node: its class, its id, and its value behind this. */
  private static final String VALUE = " value=";

  private final Deque<Object> open = new ArrayDeque<>();
  private int nodes;
  private @Nullable Object lastValue;

  void watch(Jsonata.Frame frame) {
    frame.setEvaluateEntryCallback((node, input, environment) -> enter(node));
    frame.setEvaluateExitCallback((node, input, environment, result) -> leave(result));
  }

  private void enter(Object node) {
    if (open.size() >= DEPTH) {
      throw EvaluationFailure.stackOverflow();
    }
    if (++nodes > NODES) {
      throw EvaluationFailure.timeout();
    }
    open.push(node);
  }

  private void leave(@Nullable Object result) {
    open.poll();
    lastValue = result;
    if (result instanceof String text) {
      check(text.length());
    } else if (result instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Number) {
      check((long) list.size() * NUMBER_BYTES);
    }
  }

  /**
   * @throws EvaluationFailure if a value of so many bytes is too big
   */
  static void check(long bytes) {
    if (bytes > BYTES) {
      throw EvaluationFailure.memory();
    }
  }

  /** The operator or symbol that was being evaluated when an error came. */
  String symbol() {
    String shown = String.valueOf(open.peek());
    return shown.substring(shown.indexOf(VALUE) + VALUE.length());
  }

  /** The last value that was computed before an error came. */
  @Nullable Object lastValue() {
    return lastValue;
  }
}
