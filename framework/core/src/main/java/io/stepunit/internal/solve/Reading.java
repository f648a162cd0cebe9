package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.MapState;
import java.util.List;
import java.util.Optional;

/**
 * What an item reader has asked for in an execution.
 *
 * @param arguments its effective {@code Parameters} or {@code Arguments}
 */
public record Reading(ItemReader reader, JsonNode arguments) {
  /** Those of an execution and of the child executions that were kept. */
  public static List<Reading> in(ExecutionRecord run) {
    return Course.in(run).stream()
        .flatMap(course -> course.visits().stream().flatMap(visit -> of(course, visit).stream()))
        .distinct()
        .toList();
  }

  private static Optional<Reading> of(Course course, VisitRecord visit) {
    return visit.state() instanceof MapState map
        ? map.distributed()
            .flatMap(distributed -> distributed.itemReader())
            .flatMap(
                reader ->
                    course
                        .readerArguments(visit, map, reader)
                        .map(arguments -> new Reading(reader, arguments)))
        : Optional.empty();
  }
}
