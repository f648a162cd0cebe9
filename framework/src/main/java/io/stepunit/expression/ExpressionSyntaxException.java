package io.stepunit.expression;

/**
 * The text of a field is no expression that AWS would accept, so the definition cannot be loaded.
 *
 * <p>{@link #problem()} is AWS's own text where it is known; {@link #detail()} says what exactly is
 * wrong and what to write instead.
 */
public final class ExpressionSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String detail;
  private final String pointer;

  /** A problem of the very node that was handed in. */
  public ExpressionSyntaxException(String problem, String detail) {
    this(problem, detail, "");
  }

  private ExpressionSyntaxException(String problem, String detail, String pointer) {
    super(detail.isEmpty() ? problem : problem + ": " + detail);
    this.problem = problem;
    this.detail = detail;
    this.pointer = pointer;
  }

  /** AWS's text where it is known, otherwise ours; without the place. */
  public String problem() {
    return problem;
  }

  /** What exactly is wrong and what would be right; empty if {@link #problem()} says it all. */
  public String detail() {
    return detail;
  }

  /** The JSON pointer of the problem inside the node that was handed in; empty for the node. */
  public String pointer() {
    return pointer;
  }

  /** The same problem seen from a node that holds the troubled one under a key or an index. */
  public ExpressionSyntaxException under(String keyOrIndex) {
    String token = keyOrIndex.replace("~", "~0").replace("/", "~1");
    return new ExpressionSyntaxException(problem, detail, "/" + token + pointer);
  }
}
