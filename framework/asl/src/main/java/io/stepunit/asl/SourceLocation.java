package io.stepunit.asl;

/**
 * Where a node of a definition stands.
 *
 * @param file the file's name as the user gave it, or {@code <text>} for a definition given as text
 * @param line 1-based
 * @param column 1-based
 * @param pointer the JSON pointer of the node, {@code ""} for the root
 */
public record SourceLocation(String file, int line, int column, String pointer) {
  /** {@code file:line}, the form that IDEs turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
