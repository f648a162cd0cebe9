package io.stepunit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/**
 * What README.md and docs/ show is compiled, run or loaded, and what they link to is there. The
 * code of some pages stands in tests of other modules, beside what they are about.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern GRADLE_DEPENDENCY = Pattern.compile("\"io\\.stepunit:([\\w-]+)\"");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> pages = docs.filter(page -> page.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(
          Stream.of(ROOT.resolve("README.md"), ROOT.resolve("llms.txt")), pages.stream());
    }
  }

  private static Stream<CodeBlock> blocks(String... languages) throws IOException {
    return pages()
        .flatMap(page -> CodeBlock.in(page).stream())
        .filter(block -> List.of(languages).contains(block.language()));
  }

  static Stream<CodeBlock> code() throws IOException {
    return blocks("java", "kotlin");
  }

  static Stream<CodeBlock> json() throws IOException {
    return blocks("json");
  }

  static Stream<CodeBlock> dependencies() throws IOException {
    return blocks("xml", "groovy", "kts").filter(block -> block.text().contains("io.stepunit"));
  }

  @ParameterizedTest
  @MethodSource("code")
  void code_is_part_of_a_test_that_is_compiled_and_run(CodeBlock block) throws IOException {
    assertThat(testSources().filter(block::isPartOf))
        .as("test sources that contain the block at %s:\n%s", block, block.text())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_shows_the_imports_of_its_code(Path page) throws IOException {
    Set<String> shown = new TreeSet<>();
    for (CodeBlock block : CodeBlock.in(page)) {
      if (List.of("java", "kotlin").contains(block.language())) {
        shown.addAll(block.imports());
        assertThat(testSources().filter(block::isPartOf).map(block::importsNeededFrom))
            .as("imports that the code at %s needs; the page shows so far %s", block, shown)
            .anySatisfy(needed -> assertThat(shown).containsAll(needed));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("code")
  void code_imports_only_public_types(CodeBlock block) {
    assertThat(block.imports()).noneMatch(name -> name.contains(".internal."));
  }

  private static Stream<Path> testSources() throws IOException {
    return Stream.concat(
        filesIn(
            ".*",
            "junit-extension/src/test/java/io/stepunit/docs",
            "junit-extension/src/test/java/io/stepunit/junit/docs",
            "sample-projects/order-saga/src/test/java",
            "sample-projects/kotlin-order/src/test/kotlin"),
        filesIn(
            ".*(Doc|Documentation|Page)Test\\.java",
            "framework/asl/src/test/java",
            "framework/core/src/test/java",
            "assertions/src/test/java"));
  }

  private static Stream<Path> filesIn(String name, String... directories) throws IOException {
    Stream.Builder<Path> found = Stream.builder();
    for (String directory : directories) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> file.getFileName().toString().matches(name))
            .forEach(found);
      }
    }
    return found.build();
  }

  @ParameterizedTest
  @MethodSource("json")
  void json_is_json_and_a_definition_can_be_loaded(CodeBlock block) throws IOException {
    boolean isDefinition = new ObjectMapper().readTree(block.text()).has("StartAt");

    if (isDefinition) {
      assertThat(DefinitionLoader.fromText(block.toString(), block.text())).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("dependencies")
  void a_dependency_names_what_this_build_makes(CodeBlock block) throws Exception {
    String version = firstVersionIn(ROOT.resolve("pom.xml"));

    assertThat(block.text())
        .containsPattern("stepunit-(junit-jupiter|maven-plugin|cli)")
        .contains(version);
    if (block.language().equals("xml")) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader("<x>" + block.text() + "</x>")));
    }
  }

  @Test
  void the_first_command_runs_the_tests_of_its_sample_only() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher command =
        Pattern.compile("-pl (?<sample>\\S+) -am test -Dtest='(?<tests>[\\w.]+)\\.\\*\\*'")
            .matcher(readme);
    assertThat(command.find()).isTrue();
    String folder = "src/test/java/" + command.group("tests").replace('.', '/');

    assertThat(ROOT.resolve(command.group("sample")).resolve(folder)).isDirectory();
    for (String module :
        List.of(
            "framework/asl",
            "framework/engine",
            "framework/core",
            "report/page",
            "assertions",
            "junit-extension")) {
      assertThat(ROOT.resolve(module)).isDirectory();
      assertThat(ROOT.resolve(module).resolve(folder)).doesNotExist();
    }
  }

  @Test
  void the_maven_plugin_is_configured_as_in_a_project_that_this_build_tries() throws IOException {
    String project =
        Files.readString(ROOT.resolve("user-projects/projects/coverage/pom.xml"))
            .replace("${stepunit.version}", firstVersionIn(ROOT.resolve("pom.xml")));

    assertThat(dependencies().filter(block -> block.text().contains("stepunit-maven-plugin")))
        .isNotEmpty()
        .allSatisfy(
            block ->
                assertThat(project.replaceAll("\\s+", ""))
                    .contains(block.text().replaceAll("\\s+", "")));
  }

  @Test
  void the_gradle_build_of_the_readme_names_what_there_is() throws IOException {
    String build =
        CodeBlock.in(ROOT.resolve("README.md")).stream()
            .filter(block -> block.language().equals("kts"))
            .map(CodeBlock::text)
            .findFirst()
            .orElseThrow();
    String version = firstVersionIn(ROOT.resolve("pom.xml"));
    String bom = Files.readString(ROOT.resolve("bom/pom.xml"));
    String parent = Files.readString(ROOT.resolve("pom.xml"));

    assertThat(build)
        .contains("mavenLocal()", "mavenCentral()", "useJUnitPlatform()")
        .contains("platform(\"io.stepunit:stepunit-bom:" + version + "\")")
        .contains("testRuntimeOnly(\"org.junit.jupiter:junit-jupiter-engine\")")
        .contains("testRuntimeOnly(\"org.junit.platform:junit-platform-launcher\")");
    assertThat(GRADLE_DEPENDENCY.matcher(build).results())
        .extracting(dependency -> dependency.group(1))
        .isNotEmpty()
        .allSatisfy(
            artifact -> assertThat(bom).contains("<artifactId>" + artifact + "</artifactId>"));
    assertThat(parent)
        .contains(
            "<junit.version>"
                + build.replaceAll("(?s).*junit-bom:([\\d.]+).*", "$1")
                + "</junit.version>");
  }

  @Test
  void the_kotlin_build_of_the_readme_has_the_version_of_the_sample() throws IOException {
    String samples = Files.readString(ROOT.resolve("sample-projects/pom.xml"));
    String version = samples.replaceAll("(?s).*<kotlin.version>([^<]+)<.*", "$1");

    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("<kotlin.version>" + version + "</kotlin.version>")
        .contains("kotlin(\"jvm\") version \"" + version + "\"");
  }

  private static String firstVersionIn(Path pom) throws IOException {
    return VERSION
        .matcher(Files.readString(pom))
        .results()
        .map(result -> result.group(1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_readme_links_to_each_sample() throws IOException {
    List<String> samples =
        Pattern.compile("<module>([^<]+)</module>")
            .matcher(Files.readString(ROOT.resolve("sample-projects/pom.xml")))
            .results()
            .map(result -> result.group(1))
            .toList();

    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(samples)
        .isNotEmpty()
        .allSatisfy(sample -> assertThat(readme).contains("(sample-projects/" + sample + ")"));
  }

  @Test
  void ci_runs_the_readmes_test_command() throws IOException {
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("\nmvn -B -ntp verify ");
  }

  @Test
  void the_readme_has_two_commands() {
    List<String> commands =
        CodeBlock.in(ROOT.resolve("README.md")).stream()
            .filter(block -> block.language().equals("sh"))
            .flatMap(block -> block.lines().stream())
            .toList();

    assertThat(commands).hasSize(2).last().isEqualTo("mvn -B -ntp verify");
    assertThat(ROOT.resolve(optionOf(commands.get(0), "-pl "))).isDirectory();
    assertThat(commands.get(0)).contains("-Dstepunit.print=path");
  }

  private static String optionOf(String command, String option) {
    return command.substring(command.indexOf(option) + option.length()).split(" ")[0];
  }

  @Test
  void the_architecture_names_every_package() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));

    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(page)
                    .containsAnyOf(
                        "`" + name + "`", "`" + name.replaceFirst(".*(?=\\.)", "") + "`"));
  }

  /** The packages of the published jars, without the base package in front of each. */
  private static Stream<String> packages() throws IOException {
    Stream.Builder<String> packages = Stream.builder();
    for (String module :
        List.of(
            "framework/aws-model",
            "framework/asl",
            "framework/engine",
            "framework/core",
            "assertions",
            "junit-extension",
            "cli")) {
      Path base = ROOT.resolve(module).resolve("src/main/java/io/stepunit");
      try (Stream<Path> files = Files.walk(base)) {
        files
            .filter(file -> file.endsWith("package-info.java"))
            .map(file -> base.relativize(file.getParent()).toString().replace('/', '.'))
            .filter(name -> !name.isEmpty())
            .forEach(packages);
      }
    }
    return packages.build();
  }

  @Test
  void the_index_lists_every_page() throws IOException {
    Path docs = ROOT.resolve("docs");
    String index = Files.readString(docs.resolve("README.md"));

    assertThat(pages().filter(page -> page.startsWith(docs)))
        .map(page -> docs.relativize(page).toString())
        .filteredOn(page -> !page.equals("README.md"))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(index).contains("(" + page + ")"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_lead_to_files_and_headings(Path page) throws IOException {
    List<MatchResult> links = LINK.matcher(Files.readString(page)).results().toList();

    for (MatchResult link : links) {
      Path target = page.getParent().resolve(link.group(1)).normalize();
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(headingsOf(target)).contains(link.group(2).substring(1));
      }
    }
  }

  /** The anchors of a page's headings, as GitHub makes them. */
  private static List<String> headingsOf(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }
}
