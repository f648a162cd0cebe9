package io.stepunit.internal.load.template;

import java.util.regex.Pattern;

/** Tells what a template says of other places from the path of a file. */
public final class RemotePlace {
  /** One letter before a colon is a disk of Windows. */
  private static final Pattern URL =
      Pattern.compile("(?!(?i:file):)(?:[A-Za-z][A-Za-z0-9+.-]+:|[/\\\\]{2}).*", Pattern.DOTALL);

  private RemotePlace() {}

  /**
   * Whether a text is a URL, other than that of a file, or names a server as {@code //host/path}
   * does.
   */
  public static boolean is(String text) {
    return URL.matcher(text).matches();
  }
}
