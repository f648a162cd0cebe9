package io.stepunit.internal.attachments;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Attaches files to tests, which JUnit Jupiter can from 5.12 on. */
public final class Attachments {
  private Attachments() {}

  /**
   * Attaches a folder.
   *
   * @param folder its name
   * @param files the texts of its files by their names
   */
  public static void publish(ExtensionContext test, String folder, Map<String, String> files) {
    test.publishDirectory(
        folder,
        path -> {
          for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(path.resolve(file.getKey()), file.getValue());
          }
        });
  }
}
