package io.stepunit.internal.jsonata;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of an expression that stay arrays, because empty brackets say so. */
final class KeptArrays {
  /** Null until there is one, which is rare: looking a part up by its identity takes time. */
  private @Nullable Set<Node> parts;

  /** Keeps what stands before all the brackets. */
  void add(Node.Filter brackets) {
    Node inner = brackets.left();
    while (inner instanceof Node.Filter filter) {
      inner = filter.left();
    }
    if (parts == null) {
      parts = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    parts.add(inner);
  }

  boolean contains(Node part) {
    return parts != null && parts.contains(part);
  }
}
