package io.stepunit.internal.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all pages have in common, whatever they show.
 *
 * @param script what runs in the page
 * @param style how it looks
 * @param policy the content security policy, which allows this script and this style
 */
public record PageShell(String script, String style, String policy) {
  /** The shell of the scripts and styles that are beside this class. */
  public static PageShell ofThisJar() {
    PageSources sources = PageSources.ofThisJar();
    ScriptBundle bundle = ScriptBundle.startingAt("app", sources);
    String script = checked(bundle.text(), "</script");
    String style = checked(styles(bundle, sources), "</style");
    return new PageShell(script, style, policy(script, style));
  }

  /** The common style, and after it that of each module which has one of its name. */
  private static String styles(ScriptBundle bundle, PageSources sources) {
    return Stream.concat(Stream.of("style"), bundle.modules().stream())
        .flatMap(name -> sources.find(name + ".css").stream())
        .collect(Collectors.joining("\n"));
  }

  private static String checked(String text, String end) {
    if (text.contains(end)) {
      throw new IllegalArgumentException("Expected no " + end + " in the page's own sources");
    }
    return text;
  }

  private static String policy(String script, String style) {
    return "default-src 'none'; script-src "
        + hash(script)
        + "; style-src "
        + hash(style)
        + "; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java has SHA-256", e);
    }
  }
}
