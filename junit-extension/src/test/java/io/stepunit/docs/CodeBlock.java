package io.stepunit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block of code in a Markdown file.
 *
 * @param line the line of the opening fence, 1-based
 * @param language what stands behind the fence
 */
record CodeBlock(Path file, int line, String language, List<String> lines) {
  private static final String FENCE = "```";

  /** The blocks of a file, in order. */
  static List<CodeBlock> in(Path file) {
    List<CodeBlock> blocks = new ArrayList<>();
    List<String> text = linesOf(file);
    @Nullable CodeBlock open = null;
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i);
      if (open != null && line.strip().equals(FENCE)) {
        blocks.add(open);
        open = null;
      } else if (open != null) {
        open.lines().add(line);
      } else if (line.startsWith(FENCE)) {
        String language = line.substring(FENCE.length()).strip();
        open = new CodeBlock(file, i + 1, language, new ArrayList<>());
      }
    }
    if (open != null) {
      throw new IllegalStateException("The block at " + open + " has no end");
    }
    return blocks;
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /**
   * Whether it stands in a source; white space aside, as the formatter breaks lines in its own way.
   */
  boolean isPartOf(Path source) {
    return bare(linesOf(source)).contains(bare(lines));
  }

  private static String bare(List<String> lines) {
    return String.join("", lines).replaceAll("\\s", "");
  }

  @Override
  public String toString() {
    return file.getFileName() + ":" + line + " (" + language + ")";
  }
}
