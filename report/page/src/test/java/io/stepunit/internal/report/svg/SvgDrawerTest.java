package io.stepunit.internal.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.graph.GraphDrawers;
import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.graph.GraphMarks.StateMark;
import io.stepunit.internal.graph.GraphMarks.Status;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDrawerTest {
  /** {@code A → B} and, after an error, {@code A → C}. */
  private static MachineGraph machine(String name) {
    ObjectNode asl = Json.NODES.objectNode().put("StartAt", name);
    ObjectNode states = asl.putObject("States");
    ObjectNode task = states.putObject(name).put("Type", "Task").put("Next", "B");
    task.putArray("Catch").addObject().put("Next", "C").putArray("ErrorEquals").add(name);
    states.putObject("B").put("Type", "Succeed");
    states.putObject("C").put("Type", "Fail");
    return MachineGraph.of(asl);
  }

  private static Document drawn(MachineGraph machine, String title, GraphMarks marks)
      throws Exception {
    return parsed(GraphDrawers.find().svg(machine, title, marks));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg, String tag) {
    NodeList elements = svg.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  /** The class of the group around what has this title. */
  private static Optional<String> kindOf(Document svg, String title) {
    NodeList titles = svg.getElementsByTagName("title");
    for (int i = 0; i < titles.getLength(); i++) {
      if (titles.item(i).getTextContent().equals(title)) {
        return Optional.of(((Element) titles.item(i).getParentNode()).getAttribute("class"));
      }
    }
    return Optional.empty();
  }

  @Test
  void a_machine_alone_has_its_names_and_its_rules() throws Exception {
    Document svg = drawn(machine("A"), "Orders", new GraphMarks.None());

    assertThat(texts(svg, "text")).containsExactly("A", "B", "C");
    assertThat(texts(svg, "title")).first().isEqualTo("Orders");
    assertThat(texts(svg, "style").get(0)).contains("prefers-color-scheme:dark");
    assertThat(kindOf(svg, "B")).contains("plain");
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/resources/order.asl.json, order.asl.json: Ships an order",
    "order.asl.json, order.asl.json: Ships an order",
  })
  void a_definition_is_called_as_its_file_and_its_comment_say(String file, String title)
      throws Exception {
    StateMachineDefinition definition =
        DefinitionLoader.fromText(
            file,
            """
            {"Comment": "Ships an order", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
            """);

    Document svg = parsed(definition.toSvg());

    assertThat(texts(svg, "title")).first().isEqualTo(title);
  }

  @Test
  void a_machine_of_a_template_is_called_as_the_template_calls_it() throws Exception {
    DefinitionSource template =
        DefinitionSource.text(
            "template.json",
            """
            {"Resources": {"Orders": {
              "Type": "AWS::StepFunctions::StateMachine",
              "Properties": {"Definition": {
                "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}}}}}
            """);

    Document svg = parsed(template.load().definition().toSvg());

    assertThat(texts(svg, "title")).first().isEqualTo("Orders");
  }

  @Test
  void an_execution_shows_outcomes_attempts_and_the_way_that_was_taken() throws Exception {
    GraphMarks.Course course =
        new GraphMarks.Course(
            Map.of(
                "/States/A", new StateMark(Status.CAUGHT, 4, 0, 0),
                "/States/C", new StateMark(Status.FAILED, 0, 0, 0)),
            Map.of("/StartAt", 1L, "/States/A/Catch/0", 1L, "/States/C/End", 1L));

    Document svg = drawn(machine("A"), "Orders", course);

    assertThat(kindOf(svg, "B")).contains("unreached");
    assertThat(kindOf(svg, "C")).contains("failed");
    assertThat(texts(svg, "text")).contains("×4");
    String text = GraphDrawers.find().svg(machine("A"), "Orders", course);
    assertThat(text)
        .contains("<g class=\"caught\">", "<g class=\"taken catch\">", "<g class=\"untaken\">");
  }

  @Test
  void a_Map_shows_how_many_iterations_succeeded() throws Exception {
    GraphMarks.Course course =
        new GraphMarks.Course(Map.of("/States/A", new StateMark(Status.FAILED, 0, 3, 1)), Map.of());

    Document svg = drawn(machine("A"), "", course);

    assertThat(texts(svg, "text")).contains("2 of 3");
    assertThat(texts(svg, "title")).first().isEqualTo("State machine");
  }

  @Test
  void heat_shows_counts_and_what_was_never_reached() throws Exception {
    Document svg =
        drawn(
            machine("A"), "Orders", new GraphMarks.Heat(Map.of("/States/A", 30L, "/States/B", 2L)));

    assertThat(texts(svg, "text")).containsExactly("A", "30", "B", "2", "C", "0");
    assertThat(kindOf(svg, "C")).contains("never");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</text><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "]]>",
        "&amp;&lt;&#0;",
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
        "\u0000\u0001\u001B[31m",
        "\uD800 alone",
        "\uFFFE\uFFFF",
        "a\nb\tc",
        "\u202Egnp.exe",
        "<style>*{display:none}</style>",
        "'; url(javascript:alert(1))",
      })
  void names_are_text_whatever_they_hold(String name) throws Exception {
    Document usual = drawn(machine("A"), "A", new GraphMarks.None());

    Document svg = drawn(machine(name), name, new GraphMarks.None());

    for (String tag : List.of("*", "g", "text", "title", "path", "script")) {
      assertThat(texts(svg, tag)).hasSameSizeAs(texts(usual, tag));
    }
    assertThatNoException()
        .isThrownBy(() -> drawn(machine(name.repeat(40)), name, new GraphMarks.None()));
  }
}
