package io.stepunit.internal.mutation;

import com.fasterxml.jackson.core.JsonLocation;

/**
 * A part of a text. Lines and columns are 1-based; the end is the first place behind it.
 *
 * @param line the line that it begins on
 * @param column the column that it begins at
 * @param endLine the line that it ends on
 * @param endColumn the column behind its end
 */
record SourceRange(int line, int column, int endLine, int endColumn) {
  static SourceRange of(JsonLocation start, JsonLocation end) {
    return new SourceRange(
        start.getLineNr(), start.getColumnNr(), end.getLineNr(), end.getColumnNr());
  }
}
