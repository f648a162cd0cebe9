package io.stepunit.internal.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.coverage.CoveredPoint;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Hole;
import io.stepunit.internal.report.data.LineRange;
import java.util.List;
import java.util.Optional;

/** Coverage as JSON, for other programs and for the page. */
public final class CoverageJson {
  private CoverageJson() {}

  /** The whole coverage: {@code {"version": 1, "definitions": […]}}. */
  public static String text(List<DefinitionCoverage> coverage) {
    ObjectNode json = Json.NODES.objectNode().put("version", 1);
    ArrayNode definitions = json.putArray("definitions");
    coverage.forEach(covered -> definitions.add(definition(covered)));
    return Json.pretty(json) + "\n";
  }

  private static ObjectNode definition(DefinitionCoverage covered) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("id", covered.definition().id()).put("title", covered.title());
    covered.definition().file().ifPresent(file -> json.put("file", file));
    covered.definition().machine().ifPresent(machine -> json.put("machine", machine));
    json.put("executions", covered.executions());
    json.setAll(of(covered));
    return json;
  }

  /** Totals, points and holes of one definition. */
  public static ObjectNode of(DefinitionCoverage covered) {
    ObjectNode json = Json.NODES.objectNode();
    ObjectNode totals = json.putObject("totals");
    covered
        .totals()
        .forEach(
            (kind, total) -> totals.putArray(kind.plural()).add(total.reached()).add(total.all()));
    ArrayNode points = json.putArray("points");
    covered.points().forEach(point -> points.add(point(point)));
    ArrayNode holes = json.putArray("holes");
    covered.holes().forEach(hole -> holes.add(hole(hole)));
    return json;
  }

  private static ObjectNode point(CoveredPoint covered) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("key", covered.point().key()).put("kind", covered.point().kind().plural());
    json.put("state", covered.point().state());
    covered.point().target().ifPresent(target -> json.put("target", target));
    lines(json, covered.lines());
    json.put("count", covered.count()).put("generatedCount", covered.generatedCount());
    covered.point().unreachable().ifPresent(reason -> json.put("unreachable", reason));
    return json;
  }

  private static ObjectNode hole(Hole hole) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("kind", hole.kind().plural());
    ArrayNode keys = json.putArray("keys");
    hole.keys().forEach(keys::add);
    hole.lines().ifPresent(lines -> json.put("line", lines.first()));
    json.put("title", hole.title());
    hole.advice().ifPresent(advice -> json.put("advice", advice));
    hole.test()
        .ifPresent(
            test -> {
              json.put("test", test.source());
              ArrayNode reaches = json.putArray("reaches");
              test.reaches().forEach(reaches::add);
            });
    return json;
  }

  private static void lines(ObjectNode json, Optional<LineRange> lines) {
    lines.ifPresent(range -> json.putArray("lines").add(range.first()).add(range.last()));
  }
}
