package io.stepunit.internal.assertj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody has looked at and approved, beside the source of the test that asks for it.
 *
 * @param path where it is, or will be
 */
public record ApprovedFile(Path path) {
  /** What tells to write the file. */
  static final String SWITCH = "stepunit.approve";

  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\d][\\p{L}\\d ._-]*");

  /**
   * The file of a name, beside the innermost class on the stack whose source is in the project.
   *
   * @param name for example {@code happy-path}
   * @param ending {@code txt} or {@code json}
   * @throws IllegalArgumentException if no file can have this name
   * @throws IllegalStateException if the source of the test is not there
   */
  public static ApprovedFile beside(String name, String ending) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "An approval is named by letters, digits, spaces and . _ -, such as \"happy-path\", but"
              + " found '"
              + name
              + "'.");
    }
    Path source =
        WALKER
            .walk(frames -> frames.flatMap(ApprovedFile::source).findFirst())
            .orElseThrow(ApprovedFile::noSource);
    String file = String.valueOf(source.getFileName());
    String test = file.substring(0, file.lastIndexOf('.'));
    return new ApprovedFile(
        source.resolveSibling(test + "." + name + ".approved." + ending).normalize());
  }

  private static IllegalStateException noSource() {
    return new IllegalStateException(
        "The source of the test is not in src/test below %s, so that nothing can be approved beside it. Run the test in its project's folder."
            .formatted(Path.of("").toAbsolutePath()));
  }

  private static Stream<Path> source(StackFrame frame) {
    @Nullable String file = frame.getFileName();
    if (file == null || file.indexOf('.') < 0) {
      return Stream.empty();
    }
    Class<?> type = frame.getDeclaringClass();
    Path folder = Path.of(type.getPackageName().replace('.', '/'));
    return projects(type)
        .flatMap(project -> testSources(project).stream())
        .flatMap(root -> Stream.of(root.resolve(folder).resolve(file), root.resolve(file)))
        .filter(Files::isRegularFile)
        .limit(1);
  }

  /** The folders above the class file, and the working directory. */
  private static Stream<Path> projects(Class<?> type) {
    @Nullable CodeSource code = type.getProtectionDomain().getCodeSource();
    Path working = Path.of("").toAbsolutePath();
    if (code == null || !"file".equals(code.getLocation().getProtocol())) {
      return Stream.empty();
    }
    Path classes = Path.of(URI.create(code.getLocation().toString()));
    return Stream.concat(
        Stream.iterate(classes, folder -> folder != null, Path::getParent).skip(1).limit(5),
        Stream.of(working));
  }

  /** {@code src/test/java}, {@code src/integrationTest/kotlin} and the like. */
  private static List<Path> testSources(Path project) {
    List<Path> roots = new ArrayList<>();
    for (Path set : folders(project.resolve("src"))) {
      if (!set.endsWith("main")) {
        roots.addAll(folders(set));
      }
    }
    return roots;
  }

  private static List<Path> folders(Path parent) {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
        children.forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folders;
  }

  /** Whether the run was told to approve what it finds. */
  public static boolean isApproving() {
    @Nullable String told = System.getProperty(SWITCH);
    return told != null && !told.equals("false");
  }

  /** The approved lines, if somebody has approved any. */
  public Optional<List<String>> lines() {
    try {
      return Files.exists(path) ? Optional.of(Files.readAllLines(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The approved text " + path + " cannot be read", e);
    }
  }

  /** Approves a text. */
  public void write(String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException("The approved text " + path + " cannot be written", e);
    }
  }

  /** The path from the working directory, where it lies below. */
  @Override
  public String toString() {
    Path working = Path.of("").toAbsolutePath();
    return (path.startsWith(working) ? working.relativize(path) : path)
        .toString()
        .replace('\\', '/');
  }
}
