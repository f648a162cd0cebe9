package io.stepunit.internal.load;

import io.stepunit.asl.DefinitionNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a source.
 *
 * @param name what messages call it
 * @param content the text, without a byte order mark
 * @param base where it lies, which relative paths in it start from; empty for a text of the test
 */
public record SourceText(String name, String content, Optional<URL> base) {
  private static final String JAR_SEPARATOR = "!/";

  public SourceText {
    content = content.startsWith("\uFEFF") ? content.substring(1) : content;
  }

  public static SourceText ofFile(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new SourceText(
          file.toString(),
          decode(file.toString(), bytes),
          Optional.of(file.toAbsolutePath().normalize().toUri().toURL()));
    } catch (IOException e) {
      throw new DefinitionNotFoundException(FileSearch.notFound(file, e), e);
    }
  }

  public static SourceText ofResource(String name, ClassLoader loader) {
    String path = name.startsWith("/") ? name.substring(1) : name;
    URL url = loader.getResource(path);
    if (url == null) {
      throw new DefinitionNotFoundException(ClassPathSearch.notFound(path, loader));
    }
    return ofUrl(name, url);
  }

  public static SourceText ofUrl(String name, URL url) {
    try {
      return new SourceText(name, decode(name, read(url)), Optional.of(url));
    } catch (IOException e) {
      throw new DefinitionNotFoundException(
          "'" + name + "' (" + url + ") could not be read: " + e.getMessage(), e);
    }
  }

  /** A cached jar would be kept open, and show what it held before. */
  private static byte[] read(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream stream = connection.getInputStream()) {
      return stream.readAllBytes();
    }
  }

  private static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DefinitionNotFoundException(
          "'" + name + "' is not UTF-8 text; save it as UTF-8", e);
    }
  }

  /** The place of a file beside this one, whether it is there or not. */
  Optional<URL> beside(String relativePath) {
    return base.flatMap(url -> resolve(url.toExternalForm(), relativePath));
  }

  private static Optional<URL> resolve(String base, String relativePath) {
    int jar = base.indexOf(JAR_SEPARATOR) + 1;
    try {
      URI within = URI.create(base.substring(jar));
      URI path = new URI(null, null, relativePath.replace('\\', '/'), null);
      return Optional.of(
          URI.create(base.substring(0, jar) + within.resolve(path).normalize()).toURL());
    } catch (IllegalArgumentException | MalformedURLException | java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What messages call a file beside this one. */
  String nameBeside(String relativePath) {
    String path = relativePath.startsWith("./") ? relativePath.substring(2) : relativePath;
    int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return path.startsWith("/") ? path : name.substring(0, end + 1) + path;
  }
}
