package io.stepunit.internal.jsonata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.function.StandardFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated expressions, evaluated by the reference implementation beside ours. An optional check:
 * it runs where {@code -Dstepunit.jsonata.reference} names a {@code node_modules} that has it, as
 * {@code docs/conformance.md} says.
 */
class ReferenceOracleTest {
  private static final int OF_THREE_ARGUMENTS = 15_000;
  private static final int OF_THE_GRAMMAR = 50_000;
  private static final String CODE = "code";
  private static final String NO_CODE = "none";

  /**
   * Where the reference shows what is JavaScript's own: it decodes Base64 as Latin-1, and a regular
   * expression matches the source of a function.
   */
  private static final List<Pattern> KNOWN =
      List.of(
          Pattern.compile("\\$base64decode\\(.*"),
          Pattern.compile("\\$(map|single)\\((/a/|function.*), /a/\\)"));

  @TempDir Path folder;

  @Test
  void the_reference_implementation_gives_the_same_values() throws Exception {
    String modules = System.getProperty("stepunit.jsonata.reference", "");
    assumeTrue(
        !modules.isEmpty(),
        "The reference implementation is not there: npm install jsonata@2.0.6, and name its"
            + " node_modules by -Dstepunit.jsonata.reference=…");
    GeneratedExpressions generated = new GeneratedExpressions(7);
    List<String> texts = new ArrayList<>(generated.calls(OF_THREE_ARGUMENTS));
    texts.addAll(generated.operations());
    for (int i = 0; i < OF_THE_GRAMMAR; i++) {
      texts.add(generated.next());
    }

    List<JsonNode> expected = byReference(texts, modules);

    List<String> differences = new ArrayList<>();
    int crashes = 0;
    int otherCodes = 0;
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      JsonNode reference = expected.get(i);
      Optional<JsonNode> ours = outcome(text).filter(it -> !Json.sameValue(it, reference));
      if (ours.isEmpty() || KNOWN.stream().anyMatch(known -> known.matcher(text).matches())) {
        continue;
      }
      if (ours.get().has(CODE) && reference.has(CODE)) {
        otherCodes++;
      } else if (reference.path(CODE).asText().equals(NO_CODE)) {
        crashes++;
      } else {
        differences.add(text + "  " + ours.get() + "  reference: " + reference);
      }
    }
    System.out.printf(
        "%,d expressions: %,d differ, %,d fail by another code, in %,d the reference crashes%n",
        texts.size(), differences.size(), otherCodes, crashes);
    assertThat(differences).isEmpty();
  }

  /** A value, nothing, or the code of an error; empty if it holds a function. */
  private static Optional<JsonNode> outcome(String text) {
    ObjectNode outcome = Json.NODES.objectNode();
    try {
      JsonNode value =
          Program.compile(Parser.parse(text), StandardFunctions.JSONATA)
              .evaluate(Json.parse(GeneratedExpressions.DATA), new Programs.Given());
      if (value != Values.UNDEFINED) {
        outcome.set("value", value);
      }
      return holdsFunction(value) ? Optional.empty() : Optional.of(Json.parse(outcome.toString()));
    } catch (JsonataError e) {
      return Optional.of(outcome.put(CODE, e.code()));
    } catch (UncodedFailure | SyntaxProblem | LimitExceeded e) {
      return Optional.of(outcome.put(CODE, NO_CODE));
    }
  }

  private static boolean holdsFunction(JsonNode value) {
    if (value instanceof FunctionValue) {
      return true;
    }
    for (JsonNode part : value) {
      if (holdsFunction(part)) {
        return true;
      }
    }
    return false;
  }

  private List<JsonNode> byReference(List<String> texts, String modules) throws Exception {
    ArrayNode expressions = Json.NODES.arrayNode();
    texts.forEach(expressions::add);
    ObjectNode asked = Json.NODES.objectNode();
    asked.set("data", Json.parse(GeneratedExpressions.DATA));
    asked.set("expressions", expressions);
    Path input = Files.writeString(folder.resolve("asked.json"), asked.toString());
    Path output = folder.resolve("outcomes.jsonl");
    Path printed = folder.resolve("printed.txt");
    Process node = start(modules, input, output, printed);
    assertThat(node.waitFor()).as(Files.readString(printed, UTF_8)).isZero();
    return Files.readAllLines(output, UTF_8).stream().map(Json::parse).toList();
  }

  private static Process start(String modules, Path input, Path output, Path printed)
      throws Exception {
    Path script =
        Path.of(
            Objects.requireNonNull(ReferenceOracleTest.class.getResource("reference.cjs")).toURI());
    ProcessBuilder process =
        new ProcessBuilder(
                System.getProperty("stepunit.node", "node"),
                script.toString(),
                input.toString(),
                output.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    process.environment().put("NODE_PATH", modules);
    try {
      return process.start();
    } catch (IOException e) {
      throw new AssertionError("There is no node: name it by -Dstepunit.node=…", e);
    }
  }
}
