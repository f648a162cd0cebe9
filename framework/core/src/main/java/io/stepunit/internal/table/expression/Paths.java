package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.expression.DocumentPath.Step;
import io.stepunit.internal.table.value.TableException;
import java.util.List;

/** Checks that the paths of one expression do not get into each other's way. */
final class Paths {
  private Paths() {}

  /**
   * Refuses paths of which one is a part of another, or which take one value for a map and for a
   * list.
   *
   * @throws TableException {@code ValidationException} if there are any
   */
  static void requireApart(ExpressionKind kind, List<DocumentPath> paths) {
    for (int second = 1; second < paths.size(); second++) {
      for (int first = 0; first < second; first++) {
        requireApart(kind, paths.get(first), paths.get(second));
      }
    }
  }

  private static void requireApart(ExpressionKind kind, DocumentPath one, DocumentPath other) {
    int shared = Math.min(one.steps().size(), other.steps().size());
    for (int i = 0; i < shared; i++) {
      Step a = one.steps().get(i);
      Step b = other.steps().get(i);
      if (a.getClass() != b.getClass()) {
        throw refusal(kind, "conflict", one, other);
      }
      if (!a.equals(b)) {
        return;
      }
    }
    throw refusal(kind, "overlap", one, other);
  }

  private static TableException refusal(
      ExpressionKind kind, String how, DocumentPath one, DocumentPath other) {
    return kind.invalid(
        "Two document paths %s with each other; must remove or rewrite one of these paths; path one: %s, path two: %s"
            .formatted(how, one, other));
  }
}
