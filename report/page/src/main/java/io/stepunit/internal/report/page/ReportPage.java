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
  private final PageShell shell;

  private ReportPage(PageData data, PageShell shell) {
    this.data = data;
    this.shell = shell;
  }

  /** The page of some data. */
  public static ReportPage of(PageData data) {
    return of(data, PageShell.ofThisJar());
  }

  /** The same with what pages have in common. */
  public static ReportPage of(PageData data, PageShell shell) {
    return new ReportPage(data, shell);
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
        shell.policy(),
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        "<meta name=\"color-scheme\" content=\"light dark\">\n",
        "<title>StepUnit</title>\n<link rel=\"icon\" href=\"",
        ICON,
        "\">\n<style>",
        shell.style(),
        "</style>\n</head>\n<body>\n<div id=\"app\"></div>\n",
        "<noscript>The report needs JavaScript, which this browser has turned off.",
        "</noscript>\n");
    IndexParts index = IndexParts.of(data.index());
    writeData(out, "report", Json.text(index.first()));
    write(out, "<script>", shell.script(), "</script>\n");
    writeData(out, "definition-", index.definitions());
    if (!index.quotas().isEmpty()) {
      writeData(out, "quotas", Json.text(index.quotas()));
    }
    writeData(out, "execution-", data.executions());
    writeData(out, "world-", data.worlds());
    writeData(out, "mutants-", data.mutants());
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
}
