package io.stepunit.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

/**
 * The entries of an archive, or what else has a URL without a server.
 *
 * @param root the part of the URL before all paths, {@code jar:file:/lib/orders.jar!}
 * @param source the path of the source, with a slash at its beginning
 */
record ArchiveFiles(String root, URI source) implements FilesBeside {
  private static final String SEPARATOR = "!/";

  /** Schemes that ask the network, and what names a server behind any scheme. */
  private static final Pattern SERVER =
      Pattern.compile("(?i)(?:[a-z0-9+.-]+:)*(?:(?:https?|ftps?):|//[^/]).*", Pattern.DOTALL);

  /** Whether a server is asked for what a URL names. */
  static boolean hasServer(String url) {
    return SERVER.matcher(url).matches();
  }

  /** Those beside a URL without a server. */
  static ArchiveFiles of(String url) {
    int archive = url.lastIndexOf(SEPARATOR) + 1;
    int path = archive > 0 ? archive : url.indexOf(':') + 1;
    return new ArchiveFiles(url.substring(0, path), URI.create(url.substring(path)));
  }

  @Override
  public SourceText read(String displayName, String path) throws FileRefusedException {
    URI entry = resolve(path);
    try {
      byte[] bytes = UrlContent.read(url(entry));
      return SourceText.decoded(displayName, bytes, new ArchiveFiles(root, entry));
    } catch (CharacterCodingException e) {
      throw FileRefusedException.notUtf8(root + entry.getPath());
    } catch (IOException e) {
      throw FileRefusedException.unreadable(root + entry.getPath());
    }
  }

  @Override
  public boolean has(String path) {
    try (InputStream stream = UrlContent.open(url(resolve(path)))) {
      return stream.read() >= 0;
    } catch (IOException | FileRefusedException e) {
      return false;
    }
  }

  private URI resolve(String path) throws FileRefusedException {
    try {
      URI entry = source.resolve(new URI(null, null, path.replace('\\', '/'), null)).normalize();
      if (entry.isAbsolute() || entry.getRawAuthority() != null) {
        throw FileRefusedException.unreadable(root);
      }
      if (entry.getPath().startsWith("/..")) {
        throw FileRefusedException.outside(root);
      }
      return entry;
    } catch (URISyntaxException e) {
      throw FileRefusedException.unreadable(root);
    }
  }

  private URL url(URI entry) throws MalformedURLException {
    return new URL(root + entry.getRawPath());
  }
}
