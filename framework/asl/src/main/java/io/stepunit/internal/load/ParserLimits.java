package io.stepunit.internal.load;

/** The limits of what a definition may cost when it is loaded. */
final class ParserLimits {
  /** How deep objects and arrays may be nested. */
  static final int NESTING = 500;

  /** How many nodes the aliases of a YAML text may unfold to: a 1 MB text has far fewer. */
  static final int NODES = 500_000;

  /** How many aliases of collections a YAML text may have. */
  static final int ALIASES = 10_000;

  private ParserLimits() {}
}
