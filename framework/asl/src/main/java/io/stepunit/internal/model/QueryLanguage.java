package io.stepunit.internal.model;

/** The language of a state's expressions. */
public enum QueryLanguage {
  JSONPATH("JSONPath"),
  JSONATA("JSONata");

  private final String aslName;

  QueryLanguage(String aslName) {
    this.aslName = aslName;
  }

  /** The word in the definition's {@code QueryLanguage} field. */
  public String aslName() {
    return aslName;
  }
}
