package io.stepunit.internal.expression.jsonata;

/**
 * A text that a regular expression may look at so often only: one that tries all ways through the
 * text would not end within AWS's second.
 */
final class BoundedText implements CharSequence {
  private static final long LOOKS = 20_000_000;

  private final CharSequence text;
  private long looks;

  BoundedText(CharSequence text) {
    this.text = text;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > LOOKS) {
      throw EvaluationFailure.timeout();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
