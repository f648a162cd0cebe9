package io.stepunit.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.cli.ValidateCommand.Checked;
import io.stepunit.cli.ValidateCommand.Report;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Printable;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The problems for code scanning.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport implements Report {
  /** A path of Windows begins with the letter of a disk. */
  private static final Pattern DISK = Pattern.compile("[A-Za-z]:/");

  @Override
  public String of(List<Checked> checked) {
    List<Diagnostic> problems =
        checked.stream().flatMap(each -> each.problems().stream()).distinct().toList();
    ObjectNode log =
        Json.NODES
            .objectNode()
            .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            .put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "StepUnit");
    ArrayNode rules = driver.putArray("rules");
    Set<Rule> broken =
        problems.stream().map(Diagnostic::rule).collect(Collectors.toCollection(TreeSet::new));
    broken.forEach(rule -> rules.addObject().put("id", rule.name()));
    ArrayNode results = run.putArray("results");
    problems.forEach(problem -> results.add(result(problem)));
    return Printable.json(Json.pretty(log)) + "\n";
  }

  private static ObjectNode result(Diagnostic problem) {
    ObjectNode result =
        Json.NODES
            .objectNode()
            .put("ruleId", problem.rule().name())
            .put("level", problem.isError() ? "error" : "warning");
    result
        .putObject("message")
        .put("text", text(problem.summary() + problem.hint().map(h -> " (" + h + ")").orElse("")));
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical
        .putObject("artifactLocation")
        .put("uri", uri(problem.location().file().replace(File.separatorChar, '/')));
    physical
        .putObject("region")
        .put("startLine", problem.location().line())
        .put("startColumn", problem.location().column());
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", problem.location().pointer());
    return result;
  }

  /** In plain text, too, brackets that parentheses follow are a link (section 3.11.6). */
  private static String text(String message) {
    String line = Printable.line(message);
    return line.contains("](") ? line.replace("[", "\\[").replace("]", "\\]") : line;
  }

  /** A path as a URI: all but ASCII letters, digits and few signs are encoded. */
  private static String uri(String path) {
    boolean disk = DISK.matcher(path).lookingAt();
    return (disk ? "file:///" : "")
        + Arrays.stream(path.split("/", -1))
            .map(part -> disk && DISK.matcher(part + "/").matches() ? part : encoded(part))
            .collect(Collectors.joining("/"));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
