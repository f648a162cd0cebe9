package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;

/**
 * What one evaluation may still do. All of it is counted, nothing measured, so that the same
 * expression always ends alike.
 */
public final class Budget {
  /** How many nodes of the expression may be evaluated inside each other. */
  static final int DEPTH = 100;

  /** How many bytes one value may have: 8 for a number in an array, 1 for a character. */
  static final int VALUE_BYTES = 6_990_256;

  static final int NUMBER_BYTES = 8;

  /** How many nodes may be evaluated, and items looked at. */
  static final int STEPS = 10_000_000;

  /** How many bytes of texts may be made altogether. */
  static final long TEXT_BYTES = 256L * 1024 * 1024;

  private static final int STEPS_PER_LOOK = 8192;

  private static final int TEXT_PER_LOOK = 262_144;

  private int depth;
  private long steps;
  private long nextLook = STEPS_PER_LOOK;
  private long made;
  private long nextTextLook = TEXT_PER_LOOK;

  /**
   * Counts a node that begins, one level deeper.
   *
   * @throws LimitExceeded if it is one too many
   */
  void enter() {
    if (depth >= DEPTH) {
      throw new LimitExceeded(Limit.DEPTH);
    }
    depth++;
    if (++steps >= nextLook) {
      look();
    }
  }

  /** Counts a node without nodes below it. */
  void leaf() {
    if (depth >= DEPTH) {
      throw new LimitExceeded(Limit.DEPTH);
    }
    if (++steps >= nextLook) {
      look();
    }
  }

  /**
   * Counts several nodes at once.
   *
   * @param levels how many of them are inside each other
   */
  void nodes(int levels, int count) {
    if (depth > DEPTH - levels) {
      throw new LimitExceeded(Limit.DEPTH);
    }
    steps(count);
  }

  void leave() {
    depth--;
  }

  /**
   * Counts one round of a loop.
   *
   * @throws LimitExceeded if it is one too many
   */
  public void step() {
    if (++steps >= nextLook) {
      look();
    }
  }

  /**
   * Counts several rounds of a loop.
   *
   * @throws LimitExceeded if they are too many
   */
  public void steps(long count) {
    steps += count;
    if (steps >= nextLook) {
      look();
    }
  }

  private void look() {
    nextLook = steps + STEPS_PER_LOOK;
    if (steps > STEPS) {
      throw new LimitExceeded(Limit.TIME);
    }
    Interrupts.check();
  }

  /**
   * Counts a text that is made, before it is.
   *
   * @throws LimitExceeded if it is too long for a value, or more than may be made
   */
  public void text(long length) {
    size(length);
    made += length;
    if (made > TEXT_BYTES) {
      throw new LimitExceeded(Limit.MEMORY);
    }
    if (made >= nextTextLook) {
      nextTextLook = made + TEXT_PER_LOOK;
      Interrupts.check();
    }
  }

  /** The text for a regular expression, which may look at it as often as there are steps left. */
  public CharSequence watched(String text) {
    return new BoundedText(text, this);
  }

  /**
   * Looks at the size of a value.
   *
   * @throws LimitExceeded if so many bytes are too many
   */
  public void size(long bytes) {
    if (bytes > VALUE_BYTES) {
      throw new LimitExceeded(Limit.MEMORY);
    }
  }

  /**
   * Looks at the size of an array of numbers.
   *
   * @throws LimitExceeded if so many are too many
   */
  public void numbers(long count) {
    size(count * NUMBER_BYTES);
  }

  /** Counts an array as it grows: numbers have a size, anything else is somewhere already. */
  void grown(ArrayNode array) {
    if (array.size() > VALUE_BYTES / NUMBER_BYTES && array.get(0).isNumber()) {
      throw new LimitExceeded(Limit.MEMORY);
    }
  }
}
