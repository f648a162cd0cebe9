package io.stepunit.internal.report.page;

import io.stepunit.internal.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the report: one file that opens from anywhere and asks for nothing.
 *
 * <p>A content security policy in the file allows its own script and style by their hashes, and
 * images that stand in the file itself; so no text of a test can run or load anything. The same
 * data makes the same bytes.
 *
 * <pre>{@code
 * ReportPage.of(data).writeTo(Path.of("target/stepunit/index.html"));
 * }</pre>
 */
public final class ReportPage {
  private static final String ICON =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cg"
          + " fill='%232f56d0'%3E%3Crect x='1' y='1' width='8' height='6.5' rx='2'/%3E%3Crect x='7'"
          + " y='8.5' width='8' height='6.5' rx='2'/%3E%3C/g%3E%3C/svg%3E";

  private static final int BUFFER = 1 << 16;

  private final PageData data;
  private final String script;
  private final String style;

  private ReportPage(PageData data, String script, String style) {
    this.data = data;
    this.script = script;
    this.style = style;
  }

  /** The page of some data. */
  public static ReportPage of(PageData data) {
    PageSources sources = PageSources.ofThisJar();
    ScriptBundle bundle = ScriptBundle.startingAt("app", sources);
    return new ReportPage(
        data, checked(bundle.text(), "</script"), checked(styles(bundle, sources), "</style"));
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

  /**
   * Writes the page, at once: who reads the file meanwhile sees the one before.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Path directory = Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    Path draft = directory.resolve("." + file.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER)) {
        writeTo(out);
      }
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes the page's text. */
  void writeTo(OutputStream out) throws IOException {
    write(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"",
        policy(),
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        "<meta name=\"color-scheme\" content=\"light dark\">\n",
        "<title>StepUnit</title>\n<link rel=\"icon\" href=\"",
        ICON,
        "\">\n<style>",
        style,
        "</style>\n</head>\n<body>\n<div id=\"app\"></div>\n",
        "<noscript>The report needs JavaScript, which this browser has turned off.",
        "</noscript>\n");
    IndexParts index = IndexParts.of(data.index());
    writeData(out, "report", Json.text(index.first()));
    write(out, "<script>", script, "</script>\n");
    writeData(out, "definition-", index.definitions());
    if (!index.quotas().isEmpty()) {
      writeData(out, "quotas", Json.text(index.quotas()));
    }
    writeData(out, "execution-", data.executions());
    writeData(out, "world-", data.worlds());
    write(out, "</body>\n</html>\n");
  }

  private static void writeData(
      OutputStream out, String kind, Iterable<PageData.RecordText> records) throws IOException {
    for (PageData.RecordText record : records) {
      writeData(out, kind + record.id(), record.json());
    }
  }

  private static void writeData(OutputStream out, String id, String json) throws IOException {
    write(out, "<script type=\"application/json\" id=\"", attribute(id), "\">");
    EmbeddedJson.write(json, out);
    write(out, "</script>\n");
  }

  private static void write(OutputStream out, String... texts) throws IOException {
    for (String text : texts) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String attribute(String value) {
    return value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  private String policy() {
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
