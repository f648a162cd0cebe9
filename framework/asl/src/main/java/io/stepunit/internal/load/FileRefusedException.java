package io.stepunit.internal.load;

/** Thrown if a source refers to a file that cannot be read, or may not be. */
final class FileRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String hint;

  /**
   * @param problem continues a sentence that begins with the file
   * @param hint what to do
   */
  FileRefusedException(String problem, String hint) {
    super(problem);
    this.problem = problem;
    this.hint = hint;
  }

  String problem() {
    return problem;
  }

  String hint() {
    return hint;
  }

  static FileRefusedException unreadable(String place) {
    return new FileRefusedException(
        "cannot be read", "looked for " + place + "; paths start beside the template");
  }

  static FileRefusedException notUtf8(String place) {
    return new FileRefusedException(
        "cannot be read", place + " is not UTF-8 text; save it as UTF-8");
  }

  static FileRefusedException noFile(String place) {
    return new FileRefusedException(
        "cannot be read", place + " is no file; expected the path of a file beside the template");
  }

  static FileRefusedException outside(String limit) {
    return new FileRefusedException(
        "lies outside of the project",
        "StepUnit opens only what a template refers to below " + limit);
  }
}
