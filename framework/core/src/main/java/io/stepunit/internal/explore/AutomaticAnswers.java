package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.integration.Results;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Answers every Task with a plausible result: what its integration always answers, and what the
 * definition reads. Jobs succeed, callbacks come, children succeed. Of the values that make a
 * difference to a Choice, a Task answers one after the other, so that a loop that waits for {@code
 * "DONE"} sees it in the end.
 *
 * @since 0.1.0
 */
public final class AutomaticAnswers implements TaskDispatcher {
  private final ValueNeeds needs;
  private final Map<String, DataNames> resultPaths;
  private final IntFunction<ValueChoice> choice;
  private final boolean lists;
  private final int length;
  private final Function<String, DataSource> sources;

  /** Answers for the Tasks of a definition. */
  public AutomaticAnswers(StateMachineDefinition definition) {
    this(CompiledDefinition.of(definition).graph());
  }

  private AutomaticAnswers(StateGraph machine) {
    this(
        DefinitionReads.of(machine),
        resultPaths(machine),
        invocation -> ValueChoice.nth(invocation - 1),
        false);
  }

  /**
   * @param resultPaths where the results of Tasks go, by the Tasks' names
   * @param choice chooses for the n-th invocation of a Task, from 1
   * @param lists whether payloads are arrays, for a Map that iterates over its whole input
   */
  AutomaticAnswers(
      ValueNeeds needs,
      Map<String, DataNames> resultPaths,
      IntFunction<ValueChoice> choice,
      boolean lists) {
    this(needs, resultPaths, choice, lists, Sample.ITEMS, task -> DataSource.ANY);
  }

  /**
   * @param length how many items arrays have
   * @param sources what a Task is as a source of data, by its name
   */
  AutomaticAnswers(
      ValueNeeds needs,
      Map<String, DataNames> resultPaths,
      IntFunction<ValueChoice> choice,
      boolean lists,
      int length,
      Function<String, DataSource> sources) {
    this.length = length;
    this.sources = sources;
    this.needs = needs;
    this.resultPaths = resultPaths;
    this.choice = choice;
    this.lists = lists;
  }

  /** Where the results of Tasks go that are put into the input, by the Tasks' names. */
  static Map<String, DataNames> resultPaths(StateGraph machine) {
    Map<String, DataNames> paths = new HashMap<>();
    machine
        .all()
        .filter(TaskState.class::isInstance)
        .map(TaskState.class::cast)
        .forEach(
            task ->
                task.dataFlow()
                    .resultPlace()
                    .flatMap(DataNames::of)
                    .ifPresent(way -> paths.put(task.name(), way)));
    return paths;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    return AttemptReply.succeeds(result(request.state(), request.resource(), request.invocation()));
  }

  /**
   * What a Task returns.
   *
   * @param invocation which of its calls, from 1
   */
  JsonNode result(String state, Resource resource, int invocation) {
    Sample sample = new Sample(needs, choice.apply(invocation), length, sources.apply(state));
    DataNames path = resultPaths.getOrDefault(state, DataNames.WHOLE);
    return resource instanceof Resource.Service service
            && service.pattern() != Resource.Pattern.WAIT_FOR_TASK_TOKEN
        ? answer(service, sample, path)
        : data(sample, path);
  }

  private JsonNode data(Sample sample, DataNames path) {
    return lists ? sample.items() : sample.at(path);
  }

  private JsonNode answer(Resource.Service service, Sample sample, DataNames path) {
    JsonNode read = sample.at(path);
    ObjectNode result = read.isObject() ? (ObjectNode) read : sample.object();
    switch (service.service() + ":" + service.actionWithSuffix()) {
      case "lambda:invoke" -> result.set("Payload", data(sample, path.child("Payload")));
      case "states:startExecution.sync" ->
          result.set("Output", Json.NODES.textNode(Json.text(data(sample, path.child("Output")))));
      case "states:startExecution.sync:2" ->
          result.set("Output", data(sample, path.child("Output")));
      case "http:invoke", "apigateway:invoke" ->
          result.set("ResponseBody", data(sample, path.child("ResponseBody")));
      default -> {}
    }
    return Results.of(service).map(shape -> PlausibleAnswer.like(shape, result)).orElse(result);
  }
}
