package io.stepunit.internal.jsonata;

/** An evaluation went beyond what it may do. */
public final class LimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What there was too much of. */
  public enum Limit {
    /** Nodes inside each other. */
    DEPTH,
    /** Size of values. */
    MEMORY,
    /** Nodes and items: they stand for time. */
    TIME
  }

  private final Limit limit;

  public LimitExceeded(Limit limit) {
    super(limit.name(), null, false, false);
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }
}
