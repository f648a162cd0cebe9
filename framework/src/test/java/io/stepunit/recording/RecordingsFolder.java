package io.stepunit.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the recorded cases lie: {@code -Dstepunit.recordings=DIR}, else beside the checkout. */
record RecordingsFolder(Path path, boolean required) {
  static RecordingsFolder configured() {
    String given = System.getProperty("stepunit.recordings", "");
    boolean required = Boolean.getBoolean("stepunit.recordings.required");
    Path folder =
        given.isBlank()
            ? checkout().resolve("../shared/conformance").normalize()
            : resolved(Path.of(given));
    return new RecordingsFolder(folder, required);
  }

  boolean isPresent() {
    return Files.isDirectory(path);
  }

  List<CorpusCase> cases() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(CorpusCase::isCase)
          .filter(Files::isRegularFile)
          .sorted()
          .map(CorpusCase::read)
          .toList();
    } catch (IOException e) {
      throw new RecordingException("The folder " + path + " cannot be read: " + e, e);
    }
  }

  String absence() {
    return "No recorded cases at "
        + path.toAbsolutePath()
        + ". Give their folder by -Dstepunit.recordings=DIR.";
  }

  /** Surefire runs in the module, a user thinks in the directory of the command. */
  private static Path resolved(Path given) {
    return Files.isDirectory(given) ? given : checkout().resolve(given);
  }

  /** The root of the multi-module project: the module's own directory has no module below it. */
  static Path checkout() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("framework"))) {
      at = at.getParent();
    }
    return at;
  }
}
