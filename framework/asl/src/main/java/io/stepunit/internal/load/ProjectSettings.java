package io.stepunit.internal.load;

import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.ValidationSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;

/**
 * A project's validation settings: {@code stepunit.properties} at the root of the class path, with
 * lines such as {@code stepunit.validation.TASK_WITHOUT_TIMEOUT=error} and {@code
 * stepunit.requestValidation=WARN}.
 */
public final class ProjectSettings {
  static final String FILE = "stepunit.properties";
  static final String PREFIX = "stepunit.validation.";
  static final String REQUESTS = "stepunit.requestValidation";

  private ProjectSettings() {}

  /** The settings of the caller's class path; the rules' own where it has none. */
  public static ValidationSettings ofClassPath() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return of(context != null ? context : ProjectSettings.class.getClassLoader());
  }

  static ValidationSettings of(ClassLoader loader) {
    try (InputStream stream = loader.getResourceAsStream(FILE)) {
      return stream == null ? ValidationSettings.DEFAULT : read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static ValidationSettings read(InputStream stream) throws IOException {
    Properties properties = new Properties();
    properties.load(stream);
    ValidationSettings settings = ValidationSettings.DEFAULT;
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (key.startsWith(PREFIX)) {
        settings = with(settings, key, properties.getProperty(key));
      }
    }
    String requests = properties.getProperty(REQUESTS);
    return requests == null ? settings : settings.withRequestValidation(mode(requests));
  }

  private static RequestValidation mode(String word) {
    return Arrays.stream(RequestValidation.values())
        .filter(mode -> mode.name().equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: %s is '%s'; expected STRICT, WARN or OFF"
                        .formatted(FILE, REQUESTS, word)));
  }

  private static ValidationSettings with(ValidationSettings settings, String key, String level) {
    try {
      return settings.with(key.substring(PREFIX.length()), level);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(FILE + ": " + key + ": " + e.getMessage(), e);
    }
  }
}
