package io.stepunit.internal.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.SampleRecords;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.mutation.MutationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

class ExportsTest {
  private static final String ORDER =
      """
      {"StartAt": "Check", "States": {
        "Check": {"Type": "Choice", "Default": "Refuse", "Choices": [
          {"Variable": "$.ok", "BooleanEquals": true, "Next": "Charge"}]},
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Done",
          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refuse"}]},
        "Refuse": {"Type": "Fail"},
        "Done": {"Type": "Succeed"}}}
      """;

  private static final MutationReport NO_MUTANTS = new MutationReport(List.of(), List.of(), true);

  @TempDir Path folder;

  private ReportData data(String name) {
    return SampleRecords.of(folder, "orders", "1")
        .definition("d1", name, ORDER)
        .test(
            "t1",
            "d1",
            "/States/Check",
            "/States/Check/Choices/0#true",
            "/States/Check/Choices/0/Next",
            "/States/Charge",
            "/States/Charge/Next",
            "/States/Done")
        .line(
            """
            {"kind": "test", "id": "t2", "key": "k2", "class": "OrderTest", "status": "FAILED",
             "name": "<script>alert(1)</script> | *bold* `code` [x](y)\\n# h"}
            """)
        .read();
  }

  private static List<DefinitionCoverage> coverage(ReportData data) {
    return DefinitionCoverage.of(data);
  }

  @Test
  void console_has_a_line_for_each_definition() {
    assertThat(ConsoleLines.of(coverage(data("order.asl.json")), "target/stepunit/index.html"))
        .containsExactly(
            "StepUnit: order 3/4 states, 2/4 transitions (2 holes), report:"
                + " target/stepunit/index.html");
  }

  @Test
  void console_tells_the_singular_and_that_nothing_is_missing() {
    String one = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}";
    ReportData data =
        SampleRecords.of(folder, "orders", "1")
            .definition("d1", "a.asl.json", one)
            .definition("d2", "b.asl.json", one.replace("A", "B"))
            .test("t", "d1", "/States/A")
            .read();

    assertThat(ConsoleLines.of(coverage(data), "x"))
        .containsExactly(
            "StepUnit: a 1/1 states, 0/0 transitions (no holes), report: x",
            "StepUnit: b 0/1 states, 0/0 transitions (1 hole), report: x");
  }

  @Test
  void console_tells_of_many_definitions_in_ten_lines() {
    SampleRecords records = SampleRecords.of(folder, "orders", "1");
    for (int i = 1; i <= 14; i++) {
      records.definition("d" + i, "order-" + i + ".asl.json", ORDER);
    }

    List<String> lines =
        ConsoleLines.of(coverage(records.test("t", "d12", "/States/Done").read()), "x");

    assertThat(lines).hasSize(10);
    assertThat(lines.get(8)).startsWith("StepUnit: order-9 0/4 states");
    assertThat(lines.get(9))
        .isEqualTo(
            "StepUnit: 5 more definitions 1/20 states, 0/20 transitions (5 holes), report: x");
  }

  @Test
  void markdown_has_no_list_or_heading_where_a_text_looks_like_one() {
    assertThat(Markdown.text("- a")).isEqualTo("\\- a");
    assertThat(Markdown.text("12. a")).isEqualTo("12\\. a");
    assertThat(Markdown.text("# a")).isEqualTo("\\# a");
    assertThat(Markdown.text("a-1. b")).isEqualTo("a-1. b");
    assertThat(Markdown.text("\u202ea\nb")).isEqualTo("a b");
  }

  @Test
  void json_has_totals_points_and_holes() {
    JsonNode json = Json.parse(CoverageJson.text(coverage(data("order.asl.json"))));

    JsonNode order = json.path("definitions").get(0);
    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(order.path("totals"))
        .hasToString(
            "{\"states\":[3,4],\"transitions\":[2,4],\"choiceRules\":[0,1],\"catchers\":[0,1]}");
    assertThat(order.path("points").get(0))
        .hasToString(
            "{\"key\":\"/States/Check\",\"kind\":\"states\",\"state\":\"/States/Check\",\"lines\":[3,4],\"count\":1,\"generatedCount\":0}");
    assertThat(order.path("holes").get(0))
        .hasToString(
            "{\"kind\":\"states\",\"keys\":[\"/States/Refuse\",\"/States/Check/Default\",\"/States/Charge/Catch/0\"],\"line\":7,\"title\":\"Refuse is never reached\"}");
  }

  @Test
  void markdown_shows_text_of_tests_as_it_is() {
    ReportData data = data("order.asl.json");

    assertThat(MarkdownSummary.text(data, coverage(data), NO_MUTANTS))
        .isEqualTo(
            """
            ## StepUnit

            **1 of 2 tests failed.**

            - OrderTest: \\<script\\>alert(1)\\</script\\> \\| \\*bold\\* \\`code\\` \\[x\\](y) \\# h

            | Definition | States | Transitions | Choice rules | Retriers | Catchers | Holes |
            |---|--:|--:|--:|--:|--:|--:|
            | order | 3/4 | 2/4 | 0/1 | – | 0/1 | 2 |

            ### Holes in order

            - Refuse is never reached, line 7
            - Check: Choices\\[0\\] is never false, line 3
            """);
  }

  @Test
  void cobertura_has_the_lines_of_states_with_branches() throws Exception {
    ReportData data = data("order.asl.json");

    Document xml = valid(Cobertura.text(data, coverage(data)));

    assertThat(text(xml, "/coverage/@line-rate")).isEqualTo("0.7500");
    assertThat(text(xml, "/coverage/@lines-valid")).isEqualTo("8");
    assertThat(text(xml, "/coverage/@branch-rate")).isEqualTo("0.4000");
    assertThat(text(xml, "/coverage/@timestamp")).isEqualTo("1795854360000");
    assertThat(text(xml, "//package/@name")).isEqualTo("src/main/resources");
    assertThat(text(xml, "//class/@filename")).isEqualTo("src/main/resources/order.asl.json");
    assertThat(text(xml, "//line[@number=3]/@hits")).isEqualTo("1");
    assertThat(text(xml, "//line[@number=3]/@condition-coverage")).isEqualTo("33% (1/3)");
    assertThat(text(xml, "//line[@number=7]/@hits")).isEqualTo("0");
    assertThat(text(xml, "count(//line)")).isEqualTo("8");
  }

  @Test
  void cobertura_stays_valid_whatever_a_file_is_called() throws Exception {
    ReportData data = data("a & <b> \\\"c\\\".json".replace("\\\"", "'"));

    assertThat(text(valid(Cobertura.text(data, coverage(data))), "//class/@filename"))
        .isEqualTo("src/main/resources/a & <b> 'c'.json");
  }

  @Test
  void lcov_has_the_same_lines_and_branches() {
    assertThat(Lcov.text(coverage(data("order.asl.json"))))
        .isEqualTo(
            """
            TN:
            SF:src/main/resources/order.asl.json
            BRDA:3,0,0,1
            BRDA:3,0,1,0
            BRDA:3,0,2,0
            BRDA:5,0,0,1
            BRDA:5,0,1,0
            BRF:5
            BRH:2
            DA:3,1
            DA:4,1
            DA:5,1
            DA:6,1
            DA:7,0
            DA:8,0
            DA:9,1
            DA:10,1
            LF:8
            LH:6
            end_of_record
            """);
  }

  @Test
  void files_have_the_same_bytes_each_time() throws IOException {
    List<List<String>> written = new ArrayList<>();
    for (String out : List.of("a", "b")) {
      ReportData data = data("order.asl.json");
      CoverageFiles.write(folder.resolve(out), data, coverage(data), NO_MUTANTS);
      List<String> texts = new ArrayList<>();
      for (String name : List.of("coverage.json", "summary.md", "cobertura.xml", "lcov.info")) {
        texts.add(Files.readString(folder.resolve(out).resolve(name)));
      }
      written.add(texts);
    }

    assertThat(written.get(0)).isEqualTo(written.get(1));
  }

  private static String text(Document xml, String path) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate(path, xml);
  }

  /** Parses XML with Cobertura's document type. */
  private static Document valid(String xml) throws Exception {
    String typed = xml.replaceFirst("<coverage", "<!DOCTYPE coverage SYSTEM \"x\">\n<coverage");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setValidating(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((id, system) -> new InputSource(dtd()));
    builder.setErrorHandler(new Refusing());
    return builder.parse(new InputSource(new StringReader(typed)));
  }

  private static InputStream dtd() {
    return Objects.requireNonNull(ExportsTest.class.getResourceAsStream("coverage-04.dtd"));
  }

  private static final class Refusing implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
