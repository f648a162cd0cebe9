package io.stepunit.internal.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The scripts and styles of the page, by the names of their files. */
interface PageSources {

  /** The text of a file; nothing if there is no such file. */
  Optional<String> find(String file);

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  default String get(String file) {
    return find(file)
        .orElseThrow(
            () -> new IllegalArgumentException("The page has no source of the name " + file));
  }

  /** Those that stand beside this class. */
  static PageSources ofThisJar() {
    return file -> {
      try (InputStream in = PageSources.class.getResourceAsStream(file)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("The page's source " + file + " cannot be read", e);
      }
    };
  }
}
