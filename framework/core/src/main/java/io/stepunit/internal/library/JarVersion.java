package io.stepunit.internal.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that a jar's manifest says.
 *
 * @param text as it stands there
 * @param jar the place of the jar
 */
record JarVersion(String text, String jar) {
  private static final Pattern MAJOR_AND_MINOR = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\b.*");

  /**
   * The version of the jar that a class is in.
   *
   * @param bundle what the manifest calls the jar; it is another one's where classes were packed
   *     into a jar of the project
   * @return nothing if the class or its jar's version is not found
   */
  static Optional<JarVersion> of(String classFile, String bundle, ClassLoader loader) {
    URL found = loader.getResource(classFile);
    if (found == null || !found.toString().endsWith("!/" + classFile)) {
      return Optional.empty();
    }
    String jar = found.toString().substring(0, found.toString().length() - classFile.length());
    try {
      Attributes manifest = manifest(URI.create(jar + "META-INF/MANIFEST.MF").toURL());
      String version = manifest.getValue("Bundle-Version");
      return version != null && bundle.equals(manifest.getValue("Bundle-SymbolicName"))
          ? Optional.of(new JarVersion(version, jar.substring(0, jar.length() - "!/".length())))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Attributes manifest(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    // A cached connection would keep the file open.
    connection.setUseCaches(false);
    try (InputStream manifest = connection.getInputStream()) {
      return new Manifest(manifest).getMainAttributes();
    }
  }

  boolean isBelow(int major, int minor) {
    Matcher numbers = MAJOR_AND_MINOR.matcher(text);
    if (!numbers.matches()) {
      return false;
    }
    int ownMajor = Integer.parseInt(numbers.group(1));
    return ownMajor < major || ownMajor == major && Integer.parseInt(numbers.group(2)) < minor;
  }

  @Override
  public String toString() {
    return text + " (" + jar.replaceFirst("^jar:(file:)?", "") + ")";
  }
}
