package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;

class MutateCommandTest {
  private static final String ORDER =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "ResultPath": "$.payment",
            "Next": "Done"
          },
          "Done": { "Type": "Succeed" }
        }
      }
      """;

  private static final String TEST =
      """
      package com.example;

      import io.stepunit.*;
      import java.nio.file.Path;
      import java.util.Map;
      import org.junit.jupiter.api.Test;

      class OrderTest {
        @Test
        void pays() {
          TestStateMachine order = StepFunctionsEnvironment.create().load(Path.of("order.asl.json"));
          order.mock("Charge").returns(Map.of("id", 7));
          Execution run = order.run(Map.of());
          if (run.output().isEmpty()%s) {
            throw new AssertionError("not paid: " + run.output());
          }
        }
      }
      """;

  @TempDir Path project;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write_the_definition() throws IOException {
    Files.writeString(project.resolve("order.asl.json"), ORDER);
  }

  private void compile(String further) throws IOException {
    Path source = project.resolve("OrderTest.java");
    Files.writeString(source, TEST.formatted(further));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                project.resolve("classes").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(code).isZero();
  }

  private int mutate(String... further) throws URISyntaxException {
    Path launcher =
        Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String classPath =
        String.join(
            File.pathSeparator,
            project.resolve("classes").toString(),
            System.getProperty("java.class.path"),
            launcher.toString());
    String[] arguments = {
      "mutate", "--class-path", classPath, "--tests", "classes", "--project", project.toString()
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + further.length);
    System.arraycopy(further, 0, all, arguments.length, further.length);
    return StepUnitCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  @Test
  void tells_what_no_test_finds() throws Exception {
    compile("");

    int code = mutate();

    assertThat(out.toString())
        .contains(
            "order.asl.json:7  ResultPath of Charge: $.payment became null",
            "    \"ResultPath\": \"$.payment\",",
            "    Passed all the same: OrderTest: pays()",
            "order.asl.json: 0 of 2 mutants found (0.0 %), 2 survived, 0 that no test reaches",
            "Written to target/stepunit/mutation.json");
    assertThat(code).isZero();
    assertThat(project.resolve("target/stepunit/mutation.json"))
        .content()
        .contains("\"Survived\"", "com.example.OrderTest");
  }

  @Test
  void fails_if_tests_find_less_than_is_asked_for() throws Exception {
    compile("");

    int code = mutate("--at-least", "80");

    assertThat(out.toString())
        .contains("Tests found 0.0 % of the mutants, and 80 % are asked for.");
    assertThat(code).isEqualTo(StepUnitCommand.WRONG);
  }

  @Test
  void writes_the_part_of_one_job() throws Exception {
    compile("");

    int code = mutate("--shard", "2/2");

    assertThat(code).isZero();
    assertThat(project.resolve("target/stepunit/mutation-2-of-2.json"))
        .content()
        .containsOnlyOnce("\"mutatorName\"");
  }

  @Test
  void cannot_ask_tests_that_fail_anyway() throws Exception {
    compile(" || true");

    int code = mutate();

    assertThat(out.toString())
        .contains("1 test fails without any mutant.", "  OrderTest: pays(): not paid: ");
    assertThat(code).isEqualTo(StepUnitCommand.UNUSABLE);
  }

  @Test
  void needs_the_launcher() {
    int code =
        StepUnitCommand.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "mutate",
            "--class-path",
            project.toString());

    assertThat(err.toString()).contains("The class path has no JUnit launcher.");
    assertThat(code).isEqualTo(StepUnitCommand.UNUSABLE);
  }
}
