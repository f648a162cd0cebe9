package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a definition, or the name of its file, holds never rules over what shows it. */
class HostileTextsTest {
  /** What moves the cursor, hides or reorders text, or ends a line. */
  private static final Pattern RULING =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF"
              + "\\uFFF9-\\uFFFB&&[^\\n\\t]]");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    Json.parse(Files.readString(Path.of("src/test/resources/hostile-texts.json")))
        .forEach(text -> texts.add(text.textValue()));
    return texts.stream();
  }

  private String run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    StepUnitCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    String all = out.toString() + err;
    assertThat(RULING.matcher(all.replace(System.lineSeparator(), "\n")).results()).isEmpty();
    return all;
  }

  /** A definition with the text as a state's name, comment, error and cause. */
  private static ObjectNode definition(String text) {
    ObjectNode definition = Json.NODES.objectNode().put("Comment", text).put("StartAt", text);
    ObjectNode states = definition.putObject("States");
    ObjectNode task =
        states
            .putObject(text)
            .put("Type", "Task")
            .put("Comment", text)
            .put("Resource", "arn:aws:states:::sqs:sendMessage")
            .put("Next", "Refuse");
    task.putObject("Parameters").put("QueueUrl", text).put("MessageBody", text);
    ObjectNode catcher = task.putArray("Catch").addObject().put("Next", "Done");
    catcher.putArray("ErrorEquals").add(text);
    states.putObject("Refuse").put("Type", "Fail").put("Error", text).put("Cause", text);
    states.putObject("Done").put("Type", "Succeed");
    return definition;
  }

  private String file(JsonNode definition) throws IOException {
    return Files.writeString(folder.resolve("order.asl.json"), Json.text(definition)).toString();
  }

  private String fine(String text) throws IOException {
    return file(definition(text));
  }

  private String broken(String text) throws IOException {
    ObjectNode definition = definition(text);
    ((ObjectNode) definition.get("States").get("Done")).put(text, 1);
    return file(definition);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_graph_has_the_lines_of_any_other_and_shows_the_text(String text) throws IOException {
    String usual = run("graph", fine("Name"));

    String graph = run("graph", fine(text));

    assertThat(QUOTED.matcher(graph).replaceAll("Q"))
        .isEqualTo(QUOTED.matcher(usual).replaceAll("Q"));
    assertThat(graph).doesNotContain("%%", "`", "<", "~~~", "$$");
    Matcher label = Pattern.compile("s0\\[\"([^\"]*)\"]").matcher(graph);
    assertThat(label.find()).isTrue();
    assertThat(shown(label.group(1))).isEqualTo(Printable.line(text));
  }

  /** A label as Mermaid shows it. */
  private static String shown(String label) {
    String named = label.replace("#quot;", "\"").replace("#lt;", "<").replace("#gt;", ">");
    return Pattern.compile("#(\\d+);")
        .matcher(named)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1)))))
        .replace("#amp;", "&");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void problems_as_text_take_a_line_each(String text) throws IOException {
    String file = broken(text);

    assertThat(run("validate", file).lines()).allMatch(line -> line.startsWith(file + ":"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void problems_as_JSON_hold_the_text_as_it_is(String text) throws IOException {
    JsonNode report = Json.parse(run("validate", "--format", "json", broken(text)));

    assertThat(report.get(0).get("problems"))
        .anySatisfy(problem -> assertThat(problem.get("message").textValue()).contains(text));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void problems_as_SARIF_show_the_text_without_links(String text) throws IOException {
    JsonNode log = Json.parse(run("validate", "--format", "sarif", broken(text)));

    for (JsonNode result : log.at("/runs/0/results")) {
      String message = result.at("/message/text").textValue();
      assertThat(message).doesNotContain("\n").doesNotContainPattern("(?<!\\\\)]\\(");
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void the_name_of_a_file_stays_in_its_line_and_is_a_URI_in_SARIF(String text) throws IOException {
    String name = "a" + text.replace("/", "").replace("\0", "") + ".asl.json";
    Path file = folder.resolve(name);
    Files.writeString(file, Json.text(definition("Name")).replace("Comment", "Coment"));

    long lines = run("validate", file.toString()).lines().count();
    JsonNode log = Json.parse(run("validate", "--format", "sarif", file.toString()));

    String uri =
        log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").textValue();
    assertThat(Path.of(URI.create("file://" + uri))).isEqualTo(file);
    assertThat(lines).isEqualTo(run("validate", brokenComment()).lines().count());
  }

  private String brokenComment() throws IOException {
    return Files.writeString(
            folder.resolve("usual.asl.json"),
            Json.text(definition("Name")).replace("Comment", "Coment"))
        .toString();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_file_or_machine_that_is_not_there_is_told(String text) throws IOException {
    String name = text.replace("\0", "");

    assertThat(run("validate", folder + "/none/" + name + ".json")).isNotEmpty();
    assertThat(run("graph", "--id", text, fine("Name"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void runs_and_explorations_are_told_in_their_lines(String text) throws IOException {
    long usualRun = run("run", "--automatic", "--input", "{}", fine("Name")).lines().count();
    long usualExploration = run("run", "--automatic", fine("Name")).lines().count();
    String file = fine(text);

    assertThat(run("run", "--automatic", "--input", "{}", file).lines().count())
        .isEqualTo(usualRun);
    assertThat(run("run", "--automatic", file).lines().count()).isEqualTo(usualExploration);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void runs_and_explorations_as_JSON_hold_the_text_as_it_is(String text) throws IOException {
    String file = fine(text);

    JsonNode history =
        Json.parse(run("run", "--automatic", "--input", "{}", "--format", "json", file));
    JsonNode exploration = Json.parse(run("run", "--automatic", "--format", "json", file));

    assertThat(history.findValuesAsText("name")).contains(text);
    assertThat(exploration.get("reached")).anyMatch(state -> state.textValue().equals(text));
  }
}
