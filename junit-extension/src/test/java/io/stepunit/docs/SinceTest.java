package io.stepunit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users see from the Javadoc of each public type which release brought it. */
class SinceTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final List<String> PUBLISHED =
      List.of(
          "framework/aws-model",
          "framework/asl",
          "framework/engine",
          "framework/core",
          "assertions",
          "junit-extension",
          "cli");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:[a-z-]+ )*?(?:class|interface|@interface|record|enum) \\w+",
          Pattern.MULTILINE);

  @Test
  void each_public_type_names_the_release_that_brought_it() throws IOException {
    List<Path> types = publicTypes();

    assertThat(types).hasSizeGreaterThan(100);
    assertThat(types)
        .filteredOn(type -> !comment(type).contains("\n * @since "))
        .as("public types whose Javadoc lacks @since")
        .isEmpty();
  }

  private static List<Path> publicTypes() throws IOException {
    Stream.Builder<Path> types = Stream.builder();
    for (String module : PUBLISHED) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !ROOT.relativize(file).toString().contains("internal"))
            .filter(file -> PUBLIC_TYPE.matcher(text(file)).find())
            .forEach(types);
      }
    }
    return types.build().toList();
  }

  /** What stands in front of the type: imports, its comment and its annotations. */
  private static String comment(Path type) {
    String text = text(type);
    Matcher declaration = PUBLIC_TYPE.matcher(text);
    assertThat(declaration.find()).isTrue();
    return text.substring(0, declaration.start());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
