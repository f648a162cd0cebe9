package io.stepunit.internal.load;

/** What lies beside a source whose files nobody may read. */
enum NoFiles implements FilesBeside {
  /** A text of the test, which lies nowhere. */
  TEXT("cannot be found from a text"),
  /** A URL that names a server, which only the test itself may ask. */
  SERVER("cannot be asked of a server");

  private final String problem;

  NoFiles(String problem) {
    this.problem = problem;
  }

  @Override
  public SourceText read(String displayName, String path) throws FileRefusedException {
    throw new FileRefusedException(
        problem, "load the template from its file, so that the files beside it can be found");
  }

  @Override
  public boolean has(String path) {
    return false;
  }
}
