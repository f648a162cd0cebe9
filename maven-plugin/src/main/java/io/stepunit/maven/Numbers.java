package io.stepunit.maven;

/** Numbers of things, in words. */
final class Numbers {
  private Numbers() {}

  /** Such as {@code 1 file} and {@code 2 files}. */
  static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
