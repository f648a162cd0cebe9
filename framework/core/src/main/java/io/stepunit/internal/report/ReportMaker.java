package io.stepunit.internal.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the report of a test run from its records. It is in a jar of its own, found by the service
 * loader: a team may leave it out.
 */
public interface ReportMaker {
  /**
   * Makes the page and the exports.
   *
   * @param data the folders with the records of test JVMs
   * @param mutants the files that runs of mutants have left
   * @param target the folder for {@code index.html} and the exports; it is made if it is not there
   * @param advisedHoles of so many holes it says what a test has to do to reach them; each takes
   *     about a twentieth of a second
   * @return what the console is to say, line by line
   */
  List<String> make(List<Path> data, List<Path> mutants, Path target, int advisedHoles)
      throws IOException;
}
