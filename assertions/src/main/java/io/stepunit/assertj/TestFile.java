package io.stepunit.assertj;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads files that tests compare with, from the class path and from the disk. */
final class TestFile {
  private TestFile() {}

  /**
   * The text of that name on the class path, or else in the file of that name.
   *
   * @param what it is, for messages: {@code history}
   * @throws IllegalArgumentException if there is none
   */
  static String read(String name, String what) {
    @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? TestFile.class.getClassLoader() : context;
    try (InputStream resource = loader.getResourceAsStream(name)) {
      return resource == null
          ? read(Path.of(name), what)
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The " + what + " '" + name + "' cannot be read", e);
    }
  }

  static String read(Path file, String what) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "There is no %s '%s', neither on the class path nor as the file %s"
              .formatted(what, file, file.toAbsolutePath()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("The " + what + " '" + file + "' cannot be read", e);
    }
  }
}
