package io.stepunit.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.cli.ValidateCommand.Checked;
import io.stepunit.cli.ValidateCommand.Report;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Printable;
import java.util.List;

/** An array of the machines that were checked, each with its problems. */
final class JsonReport implements Report {
  @Override
  public String of(List<Checked> checked) {
    ArrayNode all = Json.NODES.arrayNode();
    for (Checked each : checked) {
      ObjectNode machine = all.addObject().put("name", each.name());
      ArrayNode problems = machine.putArray("problems");
      each.problems().forEach(problem -> problems.add(json(problem)));
    }
    return Printable.json(Json.pretty(all)) + "\n";
  }

  private static ObjectNode json(Diagnostic problem) {
    ObjectNode json =
        Json.NODES
            .objectNode()
            .put("severity", problem.severity().name())
            .put("rule", problem.rule().name());
    problem.code().ifPresent(code -> json.put("code", code.name()));
    json.put("message", problem.summary());
    problem.hint().ifPresent(hint -> json.put("hint", hint));
    return json.put("file", problem.location().file())
        .put("line", problem.location().line())
        .put("column", problem.location().column())
        .put("pointer", problem.location().pointer());
  }
}
