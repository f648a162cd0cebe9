package io.stepunit.internal.report.graph;

/** Names of states as nodes show them. */
public final class NodeName {
  private static final int LONGEST = 28;
  private static final int BEFORE = 14;
  private static final int BEHIND = 13;

  private NodeName() {}

  /** A long name without its middle: it is the start and the end that tell names apart. */
  public static String cut(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, BEFORE))
            + "…"
            + name.substring(name.offsetByCodePoints(name.length(), -BEHIND));
  }
}
