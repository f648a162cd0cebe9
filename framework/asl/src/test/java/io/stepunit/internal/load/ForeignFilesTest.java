package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template may open, and what it may not. */
class ForeignFilesTest {
  private static final String DEFINITION =
      "{\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}";

  @TempDir Path disk;

  private static String sam(String path) {
    return """
        {
          "Resources": {
            "Order": {"Type": "AWS::Serverless::StateMachine", "Properties": {"DefinitionUri": "%s"}}
          }
        }
        """
        .formatted(path);
  }

  private static String cloudFormation(String path) {
    return sam(path)
        .replace("AWS::Serverless", "AWS::StepFunctions")
        .replace("DefinitionUri", "DefinitionS3Location");
  }

  private static String serverless(String path) {
    return """
        stepFunctions:
          stateMachines:
            order:
              definition: ${file(%s)}
        """
        .formatted(path);
  }

  private static Diagnostic problem(DefinitionSource source) {
    InvalidDefinitionException refused =
        catchThrowableOfType(source::load, InvalidDefinitionException.class);
    assertThat(refused).as("refused").isNotNull();
    return refused.diagnostics().get(0);
  }

  private Path write(String path, String text) throws IOException {
    Path file = disk.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String loaded(DefinitionSource source) {
    return CompiledDefinition.of(source.load().definition()).graph().startAt();
  }

  @Nested
  class A_URL {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://127.0.0.1:1/order.json",
          "HTTP://127.0.0.1:1/order.json",
          "https://127.0.0.1:1/order.json",
          "HttpS://bucket.s3.amazonaws.com/order.json",
          "s3://bucket/order.json",
          "ftp://127.0.0.1/order.json",
          "//127.0.0.1/order.json",
          "/\\\\127.0.0.1/order.json",
          "\\\\\\\\127.0.0.1\\\\order.json",
          "jar:http://127.0.0.1:1/orders.jar!/order.json",
        })
    void is_refused_as_an_object_in_S3_is(String url) throws IOException {
      DefinitionSource sam = DefinitionSource.file(write("sam.json", sam(url)));
      DefinitionSource cloudFormation =
          DefinitionSource.file(write("cloudformation.json", cloudFormation(url)));
      DefinitionSource serverless =
          DefinitionSource.file(write("serverless.yml", serverless(url.replace("\\\\", "\\"))));

      assertThat(problem(sam).message())
          .isEqualTo("DefinitionUri names an object in S3, which StepUnit does not read");
      assertThat(problem(cloudFormation).message())
          .isEqualTo("DefinitionS3Location names an object in S3, which StepUnit does not read");
      assertThat(problem(serverless).message())
          .isEqualTo("definition names an object in S3, which StepUnit does not read");
    }

    @Test
    void of_a_nested_application_leaves_it_out() throws IOException {
      Path template =
          write(
              "template.yaml",
              """
              Resources:
                Inner:
                  Type: AWS::Serverless::Application
                  Properties: {Location: "http://127.0.0.1:1/inner.yaml"}
                Stack:
                  Type: AWS::CloudFormation::Stack
                  Properties: {TemplateURL: "https://s3.amazonaws.com/bucket/stack.yaml"}
                Order:
                  Type: AWS::Serverless::StateMachine
                  Properties: {DefinitionUri: order.asl.json}
              """);

      assertThat(DefinitionSource.file(template).ids()).containsExactly("Order");
    }

    @Test
    void of_a_file_is_no_path() throws IOException {
      Path secret = write("secret.json", DEFINITION);
      Path template = write("project/template.json", sam(secret.toUri().toString()));

      assertThat(problem(DefinitionSource.file(template)).message())
          .startsWith("The file 'file:///")
          .endsWith("cannot be read");
    }
  }

  @Nested
  class A_file {
    @ParameterizedTest
    @ValueSource(strings = {"../secret.json", "a/../../secret.json", "..\\\\secret.json"})
    void outside_of_the_project_is_refused_without_a_word_of_what_it_holds(String path)
        throws IOException {
      write("secret.json", "root:x:0:0");
      Path template = write("project/template.json", sam(path));

      Diagnostic problem = problem(DefinitionSource.file(template));

      assertThat(problem.message())
          .isEqualTo("The file '" + path.replace("\\\\", "\\") + "' lies outside of the project");
      assertThat(problem.hint().orElseThrow()).contains(template.getParent().toString());
      assertThat(problem.toString()).doesNotContain("root");
    }

    @Test
    void outside_of_the_project_is_refused_by_its_absolute_path_too() throws IOException {
      Path secret = write("secret.json", "root:x:0:0");
      Path template = write("project/template.json", sam(secret.toString()));

      assertThat(problem(DefinitionSource.file(template)).message())
          .isEqualTo("The file '" + secret + "' lies outside of the project");
    }

    @Test
    void outside_of_the_project_is_refused_whether_it_is_there_or_not() throws IOException {
      Path template = write("project/template.json", sam("../nothing.json"));

      assertThat(problem(DefinitionSource.file(template)).message())
          .isEqualTo("The file '../nothing.json' lies outside of the project");
    }

    @Test
    void behind_a_link_out_of_the_project_is_refused() throws IOException {
      Path secret = write("secret.json", "root:x:0:0");
      Path template = write("project/template.json", sam("link.json"));
      Files.createSymbolicLink(template.resolveSibling("link.json"), secret);

      Diagnostic problem = problem(DefinitionSource.file(template));

      assertThat(problem.message()).isEqualTo("The file 'link.json' lies outside of the project");
      assertThat(problem.hint().orElseThrow()).endsWith("it is a link to " + secret.toRealPath());
    }

    @Test
    void behind_a_link_within_the_project_is_read() throws IOException {
      Path order = write("project/machines/order.json", DEFINITION);
      Path template = write("project/template.json", sam("link.json"));
      Files.createSymbolicLink(template.resolveSibling("link.json"), order);

      assertThat(loaded(DefinitionSource.file(template))).isEqualTo("Done");
    }

    @Test
    void beside_the_target_of_a_link_to_the_template_is_read() throws IOException {
      Path order = write("store/order.json", DEFINITION);
      Path template = write("store/template.json", sam("order.json"));
      Path run = Files.createDirectory(disk.resolve("run"));
      Files.createSymbolicLink(run.resolve("order.json"), order);
      Path link = Files.createSymbolicLink(run.resolve("template.json"), template);

      assertThat(loaded(DefinitionSource.file(link))).isEqualTo("Done");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "machines"})
    void that_is_a_directory_is_refused(String path) throws IOException {
      Files.createDirectories(disk.resolve("project/machines"));
      Path template = write("project/template.json", sam(path));

      Diagnostic problem = problem(DefinitionSource.file(template));

      assertThat(problem.message()).isEqualTo("The file '" + path + "' cannot be read");
      assertThat(problem.hint().orElseThrow()).contains("is no file");
    }

    @Test
    void that_is_not_UTF_8_is_refused_with_the_line_that_asks_for_it() throws IOException {
      Path template = write("project/template.json", sam("order.json"));
      Files.write(template.resolveSibling("order.json"), new byte[] {'{', (byte) 0xFC, '}'});

      Diagnostic problem = problem(DefinitionSource.file(template));

      assertThat(problem.hint().orElseThrow()).contains("is not UTF-8 text");
      assertThat(problem.location().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/HEAD", "pom.xml", "settings.gradle.kts", "package.json"})
    void beside_the_template_is_read_from_anywhere_in_its_project(String mark) throws IOException {
      write("project/" + mark, "");
      write("project/machines/order.json", DEFINITION);
      Path template = write("project/infra/test/template.json", sam("../../machines/order.json"));

      assertThat(loaded(DefinitionSource.file(template))).isEqualTo("Done");
    }

    @Test
    void of_a_module_is_read_by_a_template_of_another_one() throws IOException {
      write("project/pom.xml", "");
      write("project/services/order/pom.xml", "");
      write("project/services/machines/order.json", DEFINITION);
      Path template = write("project/services/order/template.json", sam("../machines/order.json"));

      assertThat(loaded(DefinitionSource.file(template))).isEqualTo("Done");
    }

    @Test
    void of_a_repository_around_the_templates_own_is_refused() throws IOException {
      write("work/.git/HEAD", "");
      write("work/project/.git/HEAD", "");
      write("work/secret.json", DEFINITION);
      Path template = write("work/project/template.json", sam("../secret.json"));

      assertThat(problem(DefinitionSource.file(template)).message())
          .isEqualTo("The file '../secret.json' lies outside of the project");
    }

    @Test
    void of_a_nested_template_starts_beside_that() throws IOException {
      write("project/inner/order.json", DEFINITION);
      write("project/inner/template.json", sam("order.json"));
      Path template =
          write(
              "project/template.yaml",
              """
              Resources:
                Inner:
                  Type: AWS::Serverless::Application
                  Properties: {Location: inner/template.json}
              """);

      assertThat(loaded(DefinitionSource.file(template))).isEqualTo("Done");
    }

    @Test
    void of_a_nested_application_outside_of_the_project_is_refused() throws IOException {
      write("inner.json", sam("order.json"));
      Path template =
          write(
              "project/template.yaml",
              """
              Resources:
                Inner:
                  Type: AWS::Serverless::Application
                  Properties: {Location: ../inner.json}
              """);

      assertThat(problem(DefinitionSource.file(template)).message())
          .isEqualTo("The file '../inner.json' lies outside of the project");
    }
  }

  @Nested
  class On_the_class_path {
    private URLClassLoader classPath(Path root) throws IOException {
      return new URLClassLoader(new URL[] {root.toUri().toURL()}, null);
    }

    private Path jar(Map<String, String> entries) throws IOException {
      Path jar = disk.resolve("lib/orders one.jar");
      Files.createDirectories(jar.getParent());
      try (OutputStream file = Files.newOutputStream(jar);
          ZipOutputStream zip = new ZipOutputStream(file)) {
        for (String name : List.copyOf(entries.keySet())) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(entries.get(name).getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      return jar;
    }

    @Test
    void a_template_reads_what_lies_below_the_root() throws IOException {
      write("classes/machines/order.json", DEFINITION);
      write("classes/com/example/template.json", sam("../../machines/order.json"));

      try (URLClassLoader loader = classPath(disk.resolve("classes"))) {
        assertThat(loaded(DefinitionSource.resource("com/example/template.json", loader)))
            .isEqualTo("Done");
      }
    }

    @Test
    void a_template_reads_nothing_above_the_root() throws IOException {
      write("secret.json", DEFINITION);
      write("classes/template.json", sam("../secret.json"));

      try (URLClassLoader loader = classPath(disk.resolve("classes"))) {
        assertThat(problem(DefinitionSource.resource("template.json", loader)).message())
            .isEqualTo("The file '../secret.json' lies outside of the project");
      }
    }

    @Test
    void a_template_in_a_jar_reads_other_entries() throws IOException {
      Path jar =
          jar(
              Map.of(
                  "machines/größe 1.json",
                  DEFINITION,
                  "stacks/template.json",
                  sam("../machines/größe 1.json")));

      try (URLClassLoader loader = classPath(jar)) {
        assertThat(loaded(DefinitionSource.resource("stacks/template.json", loader)))
            .isEqualTo("Done");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.json", "../../secret.json", "a/../../../x.json"})
    void a_template_in_a_jar_reads_nothing_outside_of_it(String path) throws IOException {
      write("secret.json", DEFINITION);
      Path jar = jar(Map.of("template.json", sam(path)));

      try (URLClassLoader loader = classPath(jar)) {
        assertThat(problem(DefinitionSource.resource("template.json", loader)).message())
            .isEqualTo("The file '" + path + "' lies outside of the project");
      }
    }
  }
}
