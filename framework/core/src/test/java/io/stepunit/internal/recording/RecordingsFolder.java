package io.stepunit.internal.recording;

import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the recorded cases, or the published definitions, lie: the folder that a system property
 * names, else beside the checkout.
 */
public record RecordingsFolder(Path path, boolean required, String property) {
  /**
   * The folder that {@code -Dproperty=DIR} names.
   *
   * @param shared its name beside the checkout
   */
  public static RecordingsFolder configured(String property, String shared) {
    String given = System.getProperty(property, "");
    boolean required = Boolean.getBoolean(property + ".required");
    Path folder =
        given.isBlank()
            ? checkout().resolve("../shared").resolve(shared).normalize()
            : resolved(Path.of(given));
    return new RecordingsFolder(folder, required, property);
  }

  public boolean isPresent() {
    return Files.isDirectory(path);
  }

  /** Its JSON files and those of its subfolders, in alphabetical order. */
  public List<Path> jsonFiles() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RecordingException("The folder " + path + " cannot be read: " + e, e);
    }
  }

  public String absence() {
    return "Nothing at " + path.toAbsolutePath() + ". Give the folder by -D" + property + "=DIR.";
  }

  /** Surefire runs in the module, a user thinks in the directory of the command. */
  private static Path resolved(Path given) {
    return Files.isDirectory(given) ? given : checkout().resolve(given);
  }

  /** The root of the multi-module project: the module's own directory has no module below it. */
  public static Path checkout() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("framework"))) {
      at = at.getParent();
    }
    return at;
  }
}
