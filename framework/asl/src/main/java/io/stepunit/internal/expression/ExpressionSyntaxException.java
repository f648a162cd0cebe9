package io.stepunit.internal.expression;

import io.stepunit.internal.json.JsonPointers;

/**
 * Thrown for a field whose text is not an expression that AWS accepts.
 *
 * <p>{@link #problem()} is AWS's own text where it is known; {@link #detail()} says what exactly is
 * wrong and what to write instead.
 */
public final class ExpressionSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The names that AWS has for such problems: the {@code code} of a diagnostic. */
  public enum Kind {
    /** A path, an intrinsic call or a payload template is malformed. */
    SCHEMA_VALIDATION_FAILED,
    /** A JSONata expression does not parse. */
    INVALID_JSONATA_EXPRESSION,
    /** A JSONata expression uses what Step Functions does not offer. */
    UNSUPPORTED_JSONATA_EXPRESSION
  }

  private final Kind kind;
  private final String problem;
  private final String detail;
  private final String pointer;

  /** A problem of the very node that was handed in. */
  public ExpressionSyntaxException(String problem, String detail) {
    this(Kind.SCHEMA_VALIDATION_FAILED, problem, detail);
  }

  /** A problem of the very node that was handed in, with AWS's name for it. */
  public ExpressionSyntaxException(Kind kind, String problem, String detail) {
    this(kind, problem, detail, "");
  }

  private ExpressionSyntaxException(Kind kind, String problem, String detail, String pointer) {
    super(detail.isEmpty() ? problem : problem + ": " + detail);
    this.kind = kind;
    this.problem = problem;
    this.detail = detail;
    this.pointer = pointer;
  }

  /** AWS's name for the problem. */
  public Kind kind() {
    return kind;
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
    String token = JsonPointers.token(keyOrIndex);
    return new ExpressionSyntaxException(kind, problem, detail, "/" + token + pointer);
  }
}
