package io.stepunit.internal.layout;

import java.util.Map;

/** Looks up what a graph has promised to have. */
final class ById {
  private ById() {}

  /**
   * The value of an id.
   *
   * @throws IllegalArgumentException if nothing has the id
   */
  static <T> T get(Map<String, T> values, String id) {
    T value = values.get(id);
    if (value == null) {
      throw new IllegalArgumentException("nothing has the id " + id);
    }
    return value;
  }
}
