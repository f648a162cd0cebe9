package io.stepunit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block of code in a Markdown file.
 *
 * @param line the line of the opening fence, 1-based
 * @param language what stands behind the fence
 */
record CodeBlock(Path file, int line, String language, List<String> lines) {
  private static final String FENCE = "```";
  private static final String IMPORT = "import ";
  private static final String ASSERTIONS = "io.stepunit.assertj.StepUnitAssertions.";

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

  static List<String> linesOf(Path file) {
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
   * Whether a source has this code and these imports; white space aside, as the formatter breaks
   * lines in its own way.
   */
  boolean isPartOf(Path source) {
    return importsIn(linesOf(source)).containsAll(imports())
        && bare(linesOf(source)).contains(bare(code()));
  }

  /** The imports at its top, without the keyword. */
  Set<String> imports() {
    return importsIn(lines);
  }

  /** The imports of a source that names in this code come from. */
  Set<String> importsNeededFrom(Path source) {
    String code = String.join("\n", code());
    return importsIn(linesOf(source)).stream()
        .filter(imported -> uses(code, imported.substring(imported.lastIndexOf('.') + 1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean uses(String code, String name) {
    return Pattern.compile("(?<![.\\w])" + name + "\\b").matcher(code).find();
  }

  private List<String> code() {
    return lines.stream().filter(line -> !line.startsWith(IMPORT)).toList();
  }

  private static Set<String> importsIn(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(IMPORT))
        .map(line -> line.substring(IMPORT.length()).replace(";", "").strip())
        // StepUnitAssertions extends it, and is what users import
        .map(name -> name.replace("org.assertj.core.api.Assertions.", ASSERTIONS))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String bare(List<String> lines) {
    return String.join("", lines).replaceAll("\\s", "");
  }

  @Override
  public String toString() {
    return file.getFileName() + ":" + line + " (" + language + ")";
  }
}
