package io.stepunit.internal.load;

import io.stepunit.asl.DefinitionNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of a source, without a byte order mark. */
public final class SourceText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final String content;
  private final FilesBeside beside;

  private SourceText(String name, String content, FilesBeside beside) {
    this.name = name;
    this.content = content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content;
    this.beside = beside;
  }

  /**
   * A text of the test.
   *
   * @param name what messages call it
   */
  public static SourceText of(String name, String content) {
    return new SourceText(name, content, NoFiles.TEXT);
  }

  public static SourceText ofFile(Path file) {
    try {
      return decoded(
          file.toString(), Files.readAllBytes(file), besideFile(file, ProjectDirectories.of(file)));
    } catch (CharacterCodingException e) {
      throw notUtf8(file.toString(), e);
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
    FilesBeside beside =
        UrlContent.file(url)
            .map(file -> besideFile(file, ProjectDirectories.ofResource(file, Path.of(path))))
            .orElseGet(() -> beside(url));
    return ofUrl(name, url, beside);
  }

  public static SourceText ofUrl(String name, URL url) {
    return ofUrl(name, url, beside(url));
  }

  private static SourceText ofUrl(String name, URL url, FilesBeside beside) {
    try {
      return decoded(name, UrlContent.read(url), beside);
    } catch (CharacterCodingException e) {
      throw notUtf8(name, e);
    } catch (IOException e) {
      throw new DefinitionNotFoundException(
          "'" + name + "' (" + url + ") could not be read: " + e.getMessage(), e);
    }
  }

  private static FilesBeside beside(URL url) {
    Optional<Path> file = UrlContent.file(url);
    if (file.isPresent()) {
      return besideFile(file.get(), ProjectDirectories.of(file.get()));
    }
    return ArchiveFiles.hasServer(url.toExternalForm())
        ? NoFiles.SERVER
        : ArchiveFiles.of(url.toExternalForm());
  }

  private static FilesBeside besideFile(Path file, ProjectDirectories project) {
    return new ProjectFiles(file.toAbsolutePath().normalize().resolveSibling(""), project);
  }

  private static DefinitionNotFoundException notUtf8(String name, CharacterCodingException e) {
    return new DefinitionNotFoundException("'" + name + "' is not UTF-8 text; save it as UTF-8", e);
  }

  /** The text of a file, which has to be in UTF-8. */
  static SourceText decoded(String name, byte[] bytes, FilesBeside beside)
      throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return new SourceText(name, text, beside);
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  public String content() {
    return content;
  }

  /** The files that the source may refer to. */
  FilesBeside beside() {
    return beside;
  }

  /** What messages call a file beside this one. */
  String nameBeside(String relativePath) {
    String path = relativePath.startsWith("./") ? relativePath.substring(2) : relativePath;
    int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return path.startsWith("/") ? path : name.substring(0, end + 1) + path;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceText text
        && name.equals(text.name)
        && content.equals(text.content)
        && beside.equals(text.beside);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, content);
  }
}
