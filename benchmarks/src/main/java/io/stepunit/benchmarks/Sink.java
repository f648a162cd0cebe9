package io.stepunit.benchmarks;

/** Takes what measured code makes, so that the compiler leaves none of it out. */
final class Sink {
  private Object last = "";

  void take(Object made) {
    last = made;
  }

  @Override
  public String toString() {
    return "the last result was " + last;
  }
}
