package io.stepunit.internal.jsonata;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression binds to values somewhere. A variable of any other name can only
 * come from outside, so nobody has to look for it in the expression.
 */
final class BoundNames {
  private @Nullable Map<String, String> names;

  /** Notes a name, and returns the one object that stands for it: it is equal to itself soonest. */
  String bind(String name) {
    if (names == null) {
      names = new HashMap<>();
    }
    String known = names.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  /** The one object that stands for a name; null if it is bound nowhere. */
  @Nullable String find(String name) {
    return names == null ? null : names.get(name);
  }
}
