package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.integration.Results;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.solve.Data;
import java.util.List;

/** Makes values of what a machine reads. */
final class SampleData implements Data {
  private final ValueNeeds needs;

  SampleData(ValueNeeds needs) {
    this.needs = needs;
  }

  @Override
  public JsonNode some(List<DataPath.Step> place) {
    Sample sample = new Sample(needs, ValueChoice.nth(0));
    return DataNames.of(new DataPath(DataPath.Source.INPUT, place))
        .map(sample::at)
        .orElseGet(sample::object);
  }

  @Override
  public List<JsonNode> possible(TaskState task, JsonNode result, List<DataPath.Step> place) {
    return result instanceof ObjectNode object
            && task.resource() instanceof Resource.Service service
            && service.pattern() != Resource.Pattern.WAIT_FOR_TASK_TOKEN
        ? Results.of(service)
            .map(shape -> PlausibleAnswer.like(shape, object, place))
            .orElse(List.of(result))
        : List.of(result);
  }
}
