package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Draft.Kind;

/** Calls that are the last thing their function does: they add no level. */
final class TailCalls {
  private TailCalls() {}

  /** The body of a function with its last calls marked. */
  static Draft marked(Draft body) {
    switch (body.kind) {
      case CALL -> {
        if (body.predicates == null) {
          return new Draft(Kind.TAIL_CALL, body.position).with(body);
        }
      }
      case CONDITION -> {
        for (int i = 1; i < body.parts.size(); i++) {
          body.parts.set(i, marked(body.parts.get(i)));
        }
      }
      case BLOCK -> {
        if (!body.parts.isEmpty()) {
          body.parts.set(body.parts.size() - 1, marked(body.last()));
        }
      }
      default -> {
        return body;
      }
    }
    return body;
  }
}
