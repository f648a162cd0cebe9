package io.stepunit.asl;

import io.stepunit.internal.text.Printable;

/**
 * The location of a value in a definition: file, line, column and JSON pointer.
 *
 * @param file the file's name as the user gave it, or {@code <text>} for a definition given as text
 * @param line 1-based
 * @param column 1-based
 * @param pointer the JSON pointer of the node, {@code ""} for the root
 * @since 0.1.0
 */
public record SourceLocation(String file, int line, int column, String pointer) {
  /** {@code file:line}, the form that IDEs turn into a link. */
  @Override
  public String toString() {
    return Printable.line(file) + ":" + line;
  }
}
