package io.stepunit.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.cli.ValidateCommand.Checked;
import io.stepunit.cli.ValidateCommand.Report;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The problems for code scanning.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport implements Report {
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
    return Json.pretty(log) + "\n";
  }

  private static ObjectNode result(Diagnostic problem) {
    ObjectNode result =
        Json.NODES
            .objectNode()
            .put("ruleId", problem.rule().name())
            .put("level", problem.isError() ? "error" : "warning");
    result
        .putObject("message")
        .put("text", problem.summary() + problem.hint().map(h -> " (" + h + ")").orElse(""));
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical
        .putObject("artifactLocation")
        .put("uri", problem.location().file().replace('\\', '/').replace(" ", "%20"));
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
}
