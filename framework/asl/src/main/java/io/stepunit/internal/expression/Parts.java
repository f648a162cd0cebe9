package io.stepunit.internal.expression;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parts of a template have in common. */
final class Parts {
  private Parts() {}

  static Set<String> variables(Expr[] parts) {
    return Arrays.stream(parts)
        .flatMap(part -> part.variables().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static List<String> warnings(Expr[] parts) {
    return Arrays.stream(parts).flatMap(part -> part.warnings().stream()).toList();
  }

  static Wants toSucceed(Expr[] parts, Scope scope) {
    return Arrays.stream(parts)
        .map(part -> part.toSucceed(scope))
        .reduce(Wants.FULFILLED, Wants::and);
  }
}
