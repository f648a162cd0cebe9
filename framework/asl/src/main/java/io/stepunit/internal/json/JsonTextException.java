package io.stepunit.internal.json;

/** Thrown for text that is not one JSON value. Line and column are 1-based. */
public final class JsonTextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int line;
  private final int column;

  public JsonTextException(String problem, int line, int column) {
    super(problem + " (line " + line + ", column " + column + ")");
    this.problem = problem;
    this.line = line;
    this.column = column;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }

  /** The line of the problem, 1-based. */
  public int line() {
    return line;
  }

  /** The column of the problem, 1-based. */
  public int column() {
    return column;
  }
}
