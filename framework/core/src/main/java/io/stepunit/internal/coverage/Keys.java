package io.stepunit.internal.coverage;

/** The parts of point keys. */
public final class Keys {
  public static final String TRUE = "#true";
  public static final String FALSE = "#false";
  public static final String USED = "#used";
  public static final String EXHAUSTED = "#exhausted";
  public static final String NONE = "#none";
  public static final String ONE = "#one";
  public static final String MANY = "#many";
  public static final String HIT = "#hit";

  private Keys() {}

  /**
   * The key of a state.
   *
   * @param scope the JSON pointer of what has {@code States}
   */
  static String state(String scope, String name) {
    return scope + "/States/" + name.replace("~", "~0").replace("/", "~1");
  }
}
