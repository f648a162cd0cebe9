package io.stepunit.internal.load;

/** The files that a source may refer to by a path: those of its project. */
interface FilesBeside {
  /**
   * Reads a file.
   *
   * @param displayName what messages call it
   * @param path as the source writes it; {@code /} and {@code \} separate its parts
   * @throws FileRefusedException if it is not there, is no file, or lies outside of the project
   */
  SourceText read(String displayName, String path) throws FileRefusedException;

  /** Whether there is such a file, even one that {@link #read} refuses. */
  boolean has(String path);
}
