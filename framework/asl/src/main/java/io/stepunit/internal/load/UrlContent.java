package io.stepunit.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a URL has, read anew each time. */
final class UrlContent {
  private UrlContent() {}

  static byte[] read(URL url) throws IOException {
    Optional<Path> file = file(url);
    if (file.isPresent()) {
      return Files.readAllBytes(file.get());
    }
    try (InputStream stream = open(url)) {
      return stream.readAllBytes();
    }
  }

  /** A cached jar would be kept open, and show what it held before. */
  static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  /** The file of the disk that a URL names; empty if it is none. */
  static Optional<Path> file(URL url) {
    if (!url.getProtocol().equals("file") || !url.getHost().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(url.toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.of(Path.of(url.getPath()));
    }
  }
}
