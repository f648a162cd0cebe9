package io.stepunit.junit;

import io.stepunit.internal.report.ReportPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Finds the file of a definition, a recording, a mock configuration or a contract: beside the test
 * class, at the class path's root, as a file; a contract also beside the report.
 */
final class ResourceSearch {
  /** What a file holds, for messages. */
  enum Kind {
    DEFINITION("definition", "order.asl.json"),
    RECORDING("recording", "failed-execution.json"),
    MOCK_CONFIG("mock configuration", "MockConfigFile.json"),
    CONTRACT(
        "contract",
        "contracts/order/Charge.json",
        "Contracts are written by tests that pass while stepunit.contracts=true, at their end: run"
            + " the tests of the machine before those of its handlers, or give the path of a file.");

    private final String word;
    private final String example;
    private final String advice;

    Kind(String word, String example) {
      this(
          word,
          example,
          "Put it into src/test/resources or src/main/resources, or give its path from the working"
              + " directory.");
    }

    Kind(String word, String example, String advice) {
      this.word = word;
      this.example = example;
      this.advice = advice;
    }
  }

  private final Kind kind;
  private final String resource;
  private final String origin;
  private final List<String> lookedFor = new ArrayList<>();

  private ResourceSearch(Kind kind, String resource, String origin) {
    this.kind = kind;
    this.resource = resource;
    this.origin = origin;
  }

  /**
   * Where a file lies.
   *
   * @param origin who asks for it, for messages
   * @throws ExtensionConfigurationException if there is none; says where it was looked for
   */
  static URL find(Kind kind, String resource, Class<?> testClass, String origin) {
    if (resource.isBlank()) {
      throw new ExtensionConfigurationException(
          "%s names no %s; expected a file such as \"%s\"."
              .formatted(origin, kind.word, kind.example));
    }
    return new ResourceSearch(kind, resource, origin).find(testClass);
  }

  private URL find(Class<?> testClass) {
    return besideTheClasses(testClass)
        .or(() -> atTheRoot(testClass))
        .or(() -> asFile(Path.of("")))
        .or(() -> besideTheReport(testClass))
        .orElseThrow(() -> new ExtensionConfigurationException(notFound()));
  }

  private Optional<URL> besideTheClasses(Class<?> testClass) {
    if (resource.startsWith("/")) {
      return Optional.empty();
    }
    Set<String> packages = new LinkedHashSet<>();
    return inherited(testClass).stream()
        .filter(type -> packages.add(type.getPackageName()))
        .flatMap(type -> onClassPath(type, resource).stream())
        .findFirst();
  }

  private Optional<URL> atTheRoot(Class<?> testClass) {
    return onClassPath(testClass, resource.startsWith("/") ? resource : "/" + resource);
  }

  private Optional<URL> onClassPath(Class<?> type, String name) {
    String full =
        name.startsWith("/")
            ? name.substring(1)
            : (type.getPackageName().replace('.', '/') + "/" + name).replaceFirst("^/", "");
    if (lookedFor.contains("class path: " + full)) {
      return Optional.empty();
    }
    lookedFor.add("class path: " + full);
    return Optional.ofNullable(type.getResource(name)).filter(url -> !isDirectory(url));
  }

  /** Tests that ran before have left contracts there. */
  private Optional<URL> besideTheReport(Class<?> testClass) {
    return kind == Kind.CONTRACT
        ? asFile(
            ReportPlace.of(ReportPlace.classesWith(testClass), Path.of("").toAbsolutePath())
                .folder())
        : Optional.empty();
  }

  private Optional<URL> asFile(Path folder) {
    try {
      Path file = folder.resolve(resource).toAbsolutePath().normalize();
      lookedFor.add("file: " + file);
      return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String notFound() {
    return "No %s \"%s\", named by %s. Looked for\n  %s\n"
            .formatted(kind.word, resource, origin, String.join("\n  ", lookedFor))
        + kind.advice;
  }

  /** The class, then what it inherits from, but nothing of the JDK. */
  private static Set<Class<?>> inherited(Class<?> testClass) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> type = testClass; type != null && isUsers(type); type = type.getSuperclass()) {
      types.add(type);
    }
    for (Class<?> type : List.copyOf(types)) {
      addInterfaces(type, types);
    }
    return types;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
    for (Class<?> each : type.getInterfaces()) {
      if (isUsers(each) && types.add(each)) {
        addInterfaces(each, types);
      }
    }
  }

  private static boolean isUsers(Class<?> type) {
    return type.getClassLoader() != null
        && type.getClassLoader() != ClassLoader.getPlatformClassLoader();
  }

  private static boolean isDirectory(URL url) {
    try {
      return url.getProtocol().equals("file") && Files.isDirectory(Path.of(url.toURI()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * The text at a place that {@link #find} found.
   *
   * @throws ExtensionConfigurationException if it cannot be read or is not UTF-8
   */
  static String read(Kind kind, URL place) {
    try {
      URLConnection connection = place.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      }
    } catch (CharacterCodingException e) {
      throw new ExtensionConfigurationException(
          "The %s %s is not UTF-8 text. Save it as UTF-8.".formatted(kind.word, place), e);
    } catch (IOException e) {
      throw new ExtensionConfigurationException(
          "The %s %s cannot be read: %s".formatted(kind.word, place, e.getMessage()), e);
    }
  }
}
