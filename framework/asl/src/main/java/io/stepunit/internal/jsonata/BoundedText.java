package io.stepunit.internal.jsonata;

/**
 * A text that a regular expression may look at so often only: one that tries all ways through the
 * text would not end.
 */
final class BoundedText implements CharSequence {
  private static final int LOOKS_PER_STEP = 2;
  private static final int LOOKS_AT_ONCE = 1024;

  private final String text;
  private final Budget budget;
  private int looks;

  BoundedText(String text, Budget budget) {
    this.text = text;
    this.budget = budget;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks == LOOKS_AT_ONCE) {
      budget.steps(LOOKS_AT_ONCE / LOOKS_PER_STEP);
      looks = 0;
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
