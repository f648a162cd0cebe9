package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** One evaluation of an expression. */
final class Evaluation {
  private final Surroundings surroundings;
  private final Budget budget;
  private final JsonNode root;

  /**
   * @param root the context at the top
   */
  Evaluation(Surroundings surroundings, Budget budget, JsonNode root) {
    this.surroundings = surroundings;
    this.budget = budget;
    this.root = root;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Budget budget() {
    return budget;
  }

  JsonNode root() {
    return root;
  }
}
