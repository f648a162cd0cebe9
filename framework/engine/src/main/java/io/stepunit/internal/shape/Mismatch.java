package io.stepunit.internal.shape;

/**
 * The first place where a value does not fit its shape.
 *
 * @param path the names that lead to the field, as in {@code Item.id.S}
 * @param field the field's own name
 * @param problem what is wrong with it: {@code must be a string}; {@code is missing}
 */
public record Mismatch(String path, String field, String problem) {
  /** The field that is missing. */
  static Mismatch missing(String path, String field) {
    return new Mismatch(path, field, "is missing");
  }

  /** As TestState words it, by the field's own name. */
  public String serviceText() {
    return text(field);
  }

  /** The same with the path of the field. */
  @Override
  public String toString() {
    return text(path);
  }

  private String text(String name) {
    return (problem.equals("is missing") ? "Required field '" : "Field '") + name + "' " + problem;
  }
}
