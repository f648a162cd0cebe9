package io.stepunit.junit;

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

/** Finds the file of a definition: beside the test class, at the class path's root, as a file. */
final class DefinitionSearch {
  private final String resource;
  private final String origin;
  private final List<String> lookedFor = new ArrayList<>();

  private DefinitionSearch(String resource, String origin) {
    this.resource = resource;
    this.origin = origin;
  }

  /**
   * Where a definition lies.
   *
   * @param origin who asks for it, for messages
   * @throws ExtensionConfigurationException if there is none; says where it was looked for
   */
  static URL find(String resource, Class<?> testClass, String origin) {
    if (resource.isBlank()) {
      throw new ExtensionConfigurationException(
          origin + " names no definition; expected a file such as \"order.asl.json\".");
    }
    return new DefinitionSearch(resource, origin).find(testClass);
  }

  private URL find(Class<?> testClass) {
    return besideTheClasses(testClass)
        .or(() -> atTheRoot(testClass))
        .or(this::asFile)
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

  private Optional<URL> asFile() {
    try {
      Path file = Path.of(resource).toAbsolutePath().normalize();
      lookedFor.add("file: " + file);
      return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String notFound() {
    return "No definition \"%s\", asked for by %s. Looked for\n  %s\n"
            .formatted(resource, origin, String.join("\n  ", lookedFor))
        + "Put it into src/test/resources or src/main/resources, or give its path from the working"
        + " directory.";
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
  static String read(URL definition) {
    try {
      URLConnection connection = definition.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      }
    } catch (CharacterCodingException e) {
      throw new ExtensionConfigurationException(
          "The definition %s is not UTF-8 text. Save it as UTF-8.".formatted(definition), e);
    } catch (IOException e) {
      throw new ExtensionConfigurationException(
          "The definition %s cannot be read: %s".formatted(definition, e.getMessage()), e);
    }
  }
}
