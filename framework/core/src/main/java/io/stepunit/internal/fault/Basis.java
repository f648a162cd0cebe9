package io.stepunit.internal.fault;

import java.util.Locale;

/** How it is known what AWS shows of a fault, in the words of docs/fidelity.md. */
public enum Basis {
  /** Executions recorded on AWS show it. */
  RECORDED,
  /** Measured on AWS, and published with the text. */
  MEASURED,
  /** AWS's guide or API reference says so. */
  DOCUMENTED,
  /** Nobody has shown it: it follows from what is known of others. */
  INFERRED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
