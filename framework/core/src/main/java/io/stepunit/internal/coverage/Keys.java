package io.stepunit.internal.coverage;

/** The parts of point keys. */
final class Keys {
  static final String TRUE = "#true";
  static final String FALSE = "#false";
  static final String USED = "#used";
  static final String EXHAUSTED = "#exhausted";
  static final String NONE = "#none";
  static final String ONE = "#one";
  static final String MANY = "#many";
  static final String HIT = "#hit";

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
