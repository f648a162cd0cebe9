package io.stepunit.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reader copies the files of the README into empty directories. Those with a {@code pom.xml} are
 * built afterwards, with the other projects of this module.
 */
class ReadmeProjectsTest {
  private static final Path README = Path.of("../README.md");
  private static final Path PROJECTS = Path.of("target/readme");
  private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:xml|kts|json|java|kt))`");
  private static final String FENCE = "```";

  private record Shown(String name, String text) {}

  @ParameterizedTest
  @CsvSource({
    "readme-maven, pom.xml, 0, src/test/java/OrderTest.java",
    "readme-kotlin, pom.xml, 1, src/test/kotlin/BusyGatewayTest.kt",
    "readme-gradle, build.gradle.kts, 0, src/test/java/OrderTest.java",
  })
  void a_project_is_made_of_what_the_readme_shows(
      String project, String build, int number, String test) throws IOException {
    write(project, shown(build).get(number));
    write(project, shown("src/test/resources/order.asl.json").get(0));
    write(project, shown(test).get(0));

    assertThat(PROJECTS.resolve(project).resolve(build)).isNotEmptyFile();
  }

  @Test
  void the_readme_shows_each_file_under_its_name() throws IOException {
    assertThat(shown()).extracting(Shown::name).doesNotContain("").hasSizeGreaterThan(5);
  }

  private static void write(String project, Shown file) throws IOException {
    Path target = PROJECTS.resolve(project).resolve(file.name());
    Files.createDirectories(target.getParent());
    Files.writeString(target, file.text());
  }

  private static List<Shown> shown(String name) throws IOException {
    return shown().stream().filter(file -> file.name().equals(name)).toList();
  }

  /** The blocks before which a file is named, in their order. */
  private static List<Shown> shown() throws IOException {
    List<Shown> files = new ArrayList<>();
    String name = "";
    StringBuilder block = null;
    for (String line : Files.readAllLines(README)) {
      if (block != null && line.equals(FENCE)) {
        if (!name.isEmpty()) {
          files.add(new Shown(name, block.toString()));
        }
        name = "";
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      } else if (line.startsWith(FENCE)) {
        block = new StringBuilder();
      } else {
        Matcher named = FILE.matcher(line);
        while (named.find()) {
          name = named.group(1);
        }
      }
    }
    return files;
  }
}
