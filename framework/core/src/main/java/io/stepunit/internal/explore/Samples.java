package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.solve.Data;
import io.stepunit.internal.solve.Reading;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Inputs of a machine and answers to its Tasks, made from what the machine reads. */
public final class Samples {
  private static final int CALLS = 3;

  private final StateGraph machine;
  private final ValueNeeds needs;
  private final Map<String, DataNames> resultPaths;

  private Samples(StateGraph machine, ValueNeeds needs, Map<String, DataNames> resultPaths) {
    this.machine = machine;
    this.needs = needs;
    this.resultPaths = resultPaths;
  }

  /** Those of a machine. */
  public static Samples of(StateGraph machine) {
    return new Samples(machine, DefinitionReads.of(machine), AutomaticAnswers.resultPaths(machine));
  }

  /** Whether whole inputs may be arrays. */
  public boolean mayBeLists() {
    return needs.isList();
  }

  /** An input. */
  public JsonNode input(Variation variation) {
    return data(variation, 1, new DataSource(0, variation.twist()));
  }

  private JsonNode data(Variation variation, int call, DataSource source) {
    Sample sample = new Sample(needs, variation.choice(call), variation.length(), source);
    return variation.lists() ? sample.items() : sample.object();
  }

  /** The objects that item readers read, as far as their names can be told. */
  public List<ReadObject> objects(Variation variation) {
    return ReadObject.in(machine, needs, variation);
  }

  /** The objects that an item reader needs to find what it has asked for. */
  public List<ReadObject> objects(Reading reading, Variation variation) {
    return ReadObject.at(reading.reader(), reading.arguments(), needs, variation);
  }

  /**
   * The cause of an error whose reader takes it for JSON; empty if nobody does.
   *
   * <p>What a Lambda function throws, and how a child execution ended, is told like that.
   */
  public Optional<JsonNode> cause(Variation variation) {
    ValueNeeds cause = needs.fields().get("Cause");
    return cause == null || cause.kind() != ValueKind.JSON_TEXT
        ? Optional.empty()
        : Optional.of(sample(variation).object());
  }

  private Sample sample(Variation variation) {
    return new Sample(
        needs, variation.choice(1), variation.length(), new DataSource(0, variation.twist()));
  }

  /**
   * What a variation makes at first: those that make the same are hardly worth trying both. Results
   * of all Tasks have everything that is read, so the first Task stands for all.
   */
  public List<Object> data(Variation variation) {
    List<Object> made = new ArrayList<>(objects(variation));
    made.add(input(variation));
    if (tasks().findAny().isPresent()) {
      for (int call = 1; call <= CALLS; call++) {
        made.add(data(variation, call, new DataSource(1, variation.twist())));
      }
    }
    return made;
  }

  private Stream<TaskState> tasks() {
    return machine.all().filter(TaskState.class::isInstance).map(TaskState.class::cast);
  }

  /** Answers to Tasks, all of them successes. */
  public TaskDispatcher answers(Variation variation) {
    return automatic(variation);
  }

  /** Values for places in the data, for what is worked out. */
  public Data values() {
    return new SampleData(needs);
  }

  /** What a Task returns at its first call. */
  public JsonNode result(TaskState task, Variation variation) {
    return automatic(variation).result(task.name(), task.resource(), 1);
  }

  private AutomaticAnswers automatic(Variation variation) {
    List<String> tasks = tasks().map(State::name).toList();
    return new AutomaticAnswers(
        needs,
        resultPaths,
        variation::choice,
        variation.lists(),
        variation.length(),
        task -> new DataSource(tasks.indexOf(task) + 1, variation.twist()));
  }

  /** How many values a field has at most that make a difference, in any object. */
  public int choices(String field) {
    return choices(field, needs);
  }

  private static int choices(String field, ValueNeeds of) {
    int most = 0;
    for (Map.Entry<String, ValueNeeds> entry : of.fields().entrySet()) {
      int own = entry.getKey().equals(field) ? entry.getValue().choices() : 0;
      most = Math.max(most, Math.max(own, choices(field, entry.getValue())));
    }
    return most;
  }
}
