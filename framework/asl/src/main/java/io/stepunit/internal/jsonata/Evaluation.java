package io.stepunit.internal.jsonata;

/** One evaluation of an expression. */
final class Evaluation {
  private final Surroundings surroundings;
  private final Budget budget;

  Evaluation(Surroundings surroundings, Budget budget) {
    this.surroundings = surroundings;
    this.budget = budget;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Budget budget() {
    return budget;
  }
}
