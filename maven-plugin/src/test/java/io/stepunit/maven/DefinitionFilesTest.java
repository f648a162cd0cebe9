package io.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFilesTest {
  private static final List<String> ALL = List.of("**/*.asl.json");

  @TempDir Path module;

  @Test
  void are_found_in_each_folder_and_in_none_and_sorted() throws IOException {
    Path deep = file("src/main/resources/order.asl.json");
    Path top = file("b.asl.json");
    file("src/main/resources/order.json");

    assertThat(find(ALL, List.of())).containsExactly(top, deep);
  }

  @Test
  void of_tests_are_left_out_if_they_are_excluded() throws IOException {
    Path main = file("src/main/resources/order.asl.json");
    file("src/test/resources/broken.asl.json");

    assertThat(find(ALL, List.of("src/test/**"))).containsExactly(main);
  }

  @Test
  void of_other_modules_and_of_builds_and_hidden_ones_are_left_out() throws IOException {
    file("target/classes/order.asl.json");
    file(".idea/order.asl.json");
    file("other/pom.xml");
    file("other/order.asl.json");

    assertThat(find(ALL, List.of())).isEmpty();
  }

  @Test
  void templates_are_found_by_their_name() throws IOException {
    Path template = file("infra/template.yaml");

    assertThat(find(List.of("infra/template.yaml"), List.of())).containsExactly(template);
  }

  private List<Path> find(List<String> includes, List<String> excludes) {
    return new DefinitionFiles(module, includes, excludes).find();
  }

  private Path file(String name) throws IOException {
    Path file = module.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }
}
