package io.stepunit.internal.contract;

/**
 * A place where a handler's result is not as assumed.
 *
 * @param pointer the JSON pointer of the place
 * @param text what was assumed, and what is there
 */
record Difference(String pointer, String text) {
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "the whole result" : pointer) + ": " + text;
  }
}
