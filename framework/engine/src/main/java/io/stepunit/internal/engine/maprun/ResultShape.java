package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.model.ResultWriter;
import io.stepunit.internal.model.ResultWriter.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form of a child's result: {@code WriterConfig}.
 *
 * @param transformation what it makes of an output
 * @param lines whether there is a value a line, and not one array
 */
record ResultShape(Transformation transformation, boolean lines) {
  static final String WRITER_FAILED = "States.ResultWriterFailed";

  static ResultShape of(MapRunPlan plan) {
    Optional<ResultWriter> writer = plan.distributed().resultWriter();
    Transformation usual =
        plan.distributed().exportsResults() ? Transformation.NONE : Transformation.COMPACT;
    return new ResultShape(
        writer.flatMap(ResultWriter::transformation).orElse(usual),
        writer.filter(ResultWriter::lines).isPresent());
  }

  /** The values that a child which has ended contributes. */
  List<JsonNode> valuesOf(ChildRun child) {
    JsonNode output = child.status() == ExecutionStatus.SUCCEEDED ? child.output() : null;
    if (output == null || transformation == Transformation.NONE) {
      return List.of(ChildRecord.of(child));
    }
    if (transformation != Transformation.FLATTEN || !output.isArray()) {
      return List.of(output);
    }
    List<JsonNode> elements = new ArrayList<>(output.size());
    output.forEach(elements::add);
    return elements;
  }
}
