package io.stepunit.cost;

/**
 * A quota of AWS that one execution can use up.
 *
 * <pre>{@code
 * run.quotas().stream().filter(use -> use.quota() == Quota.HISTORY_EVENTS)
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step
 *     Functions service quotas</a>
 * @since 0.1.0
 */
public enum Quota {
  /** Events of a Standard execution's history. */
  HISTORY_EVENTS("events of the history", "", Kind.REACHED),
  /** Bytes of an input, an output, or what a Task sends or gets. */
  PAYLOAD_BYTES("largest payload", " bytes", Kind.PASSED),
  /** Bytes that one state assigns to variables. */
  ASSIGNED_BYTES("largest Assign", " bytes", Kind.PASSED),
  /** Bytes of all variables at one time. */
  VARIABLE_BYTES("all variables", " bytes", Kind.PASSED),
  /** Seconds from the start to the end, begun ones too. */
  EXECUTION_SECONDS("execution time", " s", Kind.REACHED),
  /** Bytes of the definition. */
  DEFINITION_BYTES("definition", " bytes", Kind.PASSED),
  /** Iterations of an inline Map at once; more of them wait. */
  INLINE_MAP_CONCURRENCY("iterations of an inline Map at once", "", Kind.WAITING);

  private final String title;
  private final String unit;
  private final Kind kind;

  Quota(String title, String unit, Kind kind) {
    this.title = title;
    this.unit = unit;
    this.kind = kind;
  }

  /** What it counts, in words. */
  public String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  /** Whether an execution that uses so much of it fails on AWS, or takes longer. */
  boolean isExceeded(long used, long limit) {
    return kind == Kind.REACHED ? used >= limit : used > limit;
  }

  /** Whether an execution fails that needs more, so that a test can ask for headroom. */
  public boolean fails() {
    return kind != Kind.WAITING;
  }

  private enum Kind {
    REACHED,
    PASSED,
    WAITING
  }
}
