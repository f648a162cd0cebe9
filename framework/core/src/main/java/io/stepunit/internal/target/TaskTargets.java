package io.stepunit.internal.target;

import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DeployedFunction;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.Suggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the Tasks that a test means in a definition, and tells at once if they are not there. */
public final class TaskTargets {
  /** {@code Lines[3]/} and what follows it. */
  private static final Pattern STEP = Pattern.compile("(.+?)\\[(\\d+)]/(.+)");

  private static final String TASKS = "Its Task states";
  private static final String NO_TASKS = " It has no Task states.";

  private final String machine;
  private CompiledDefinition definition;

  /** All states by name, found when one is asked for that is not at the top. */
  private @Nullable Map<String, State> states;

  /**
   * @param machine the machine's name, for messages
   */
  public TaskTargets(String machine, CompiledDefinition definition) {
    this.machine = machine;
    this.definition = definition;
  }

  /** From now on Tasks are found in another definition of the machine. */
  public void redefine(CompiledDefinition updated) {
    definition = updated;
    states = null;
  }

  private Map<String, State> states() {
    Map<String, State> known = states;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (State state : definition.graph().all().toList()) {
        known.put(state.name(), state);
      }
      states = known;
    }
    return known;
  }

  private @Nullable State find(String name) {
    State atTop = definition.graph().states().get(name);
    return atTop == null ? states().get(name) : atTop;
  }

  /** The machine's name, for messages. */
  public String machine() {
    return machine;
  }

  /** The name that a test's variable for the machine would have. */
  public String variable() {
    return JavaText.variable(machine);
  }

  /**
   * A Task by its state's name, or by its path.
   *
   * @throws IllegalArgumentException if there is none, naming those that are there
   */
  public TaskTarget state(String written) {
    State state = find(written);
    if (state != null) {
      return new TaskTarget.OfState(task(state));
    }
    if (STEP.matcher(written).matches()) {
      return new TaskTarget.OfPath(written, taskAt(written));
    }
    throw refused(
        "The machine '%s' (%s) has no state '%s'.%s"
            .formatted(
                machine,
                definition.location().file(),
                written,
                hint(TASKS, taskNames(), written, NO_TASKS)));
  }

  /**
   * All Tasks that call a resource; {@code *} stands for any text.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TaskTarget resource(String written) {
    Pattern pattern = wildcards(written);
    List<TaskState> matching =
        tasks().filter(task -> pattern.matcher(task.resource().arn()).matches()).toList();
    if (!matching.isEmpty()) {
      return new TaskTarget.OfResource(written, pattern, matching);
    }
    List<String> resources = tasks().map(task -> task.resource().arn()).distinct().toList();
    throw refused(
        "No Task of the machine '%s' (%s) calls a resource that matches '%s'.%s"
            .formatted(
                machine,
                definition.location().file(),
                written,
                hint("Its resources", resources, written, NO_TASKS)));
  }

  /**
   * All Tasks that call a service, by its optimized or its SDK integration.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TaskTarget service(String written) {
    List<TaskState> matching =
        tasks().filter(task -> Integration.isOf(written, task.resource())).toList();
    if (!matching.isEmpty()) {
      return new TaskTarget.OfService(written, matching);
    }
    List<String> services =
        tasks()
            .map(TaskState::resource)
            .filter(Resource.Service.class::isInstance)
            .map(resource -> ((Resource.Service) resource).service().replace("aws-sdk:", ""))
            .distinct()
            .toList();
    throw refused(
        "No Task of the machine '%s' (%s) calls the service '%s'.%s"
            .formatted(
                machine,
                definition.location().file(),
                written,
                hint("Its services", services, written, " Its Tasks call no services by name.")));
  }

  /**
   * All Tasks that call, or may call, a Lambda function.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TaskTarget function(String written) {
    FunctionName function = FunctionName.parse(written);
    List<TaskState> matching = tasks().filter(task -> mayCall(function, task)).toList();
    if (!matching.isEmpty()) {
      return new TaskTarget.OfFunction(written, function, matching);
    }
    List<String> functions =
        tasks().flatMap(task -> named(task).stream()).map(FunctionName::name).distinct().toList();
    throw refused(
        "No Task of the machine '%s' (%s) calls a Lambda function '%s'.%s"
            .formatted(
                machine,
                definition.location().file(),
                written,
                hint("Its functions", functions, written, " It calls no Lambda functions.")));
  }

  /**
   * All Tasks that call, or may call, a Lambda function of the machine's template.
   *
   * @throws IllegalStateException if there is none
   */
  public TaskTarget functionsOfTemplate() {
    List<DeployedFunction> functions = definition.functions();
    if (functions.isEmpty()) {
      throw new IllegalStateException(
          """
          The machine '%s' (%s) comes from no template that deploys Lambda functions, so that \
          nothing says which code they run. Load it from its template of SAM, CloudFormation or \
          CDK, or give each handler by lambda(…).handledBy(…).\
          """
              .formatted(machine, definition.location().file()));
    }
    TaskTarget.OfTemplate all = new TaskTarget.OfTemplate(functions, List.of());
    List<TaskState> matching = tasks().filter(task -> mayCall(all, task)).toList();
    if (matching.isEmpty()) {
      throw new IllegalStateException(
          "No Task of the machine '%s' (%s) calls a Lambda function of its template. The template has: %s."
              .formatted(
                  machine,
                  definition.location().file(),
                  String.join(", ", functions.stream().map(DeployedFunction::id).toList())));
    }
    return new TaskTarget.OfTemplate(functions, matching);
  }

  private static boolean mayCall(TaskTarget.OfTemplate functions, TaskState task) {
    return task.resource() instanceof Resource.LambdaFunction direct
        ? functions.has(FunctionName.parse(direct.arn()))
        : CalledFunction.isInvoke(task.resource()) && named(task).map(functions::has).orElse(true);
  }

  /** What an expression makes of FunctionName, and a Qualifier, is known only when it is called. */
  private static boolean mayCall(FunctionName function, TaskState task) {
    if (task.resource() instanceof Resource.LambdaFunction direct) {
      return function.covers(FunctionName.parse(direct.arn()));
    }
    return CalledFunction.isInvoke(task.resource())
        && named(task).map(named -> named.name().equals(function.name())).orElse(true);
  }

  private static Optional<FunctionName> named(TaskState task) {
    if (task.resource() instanceof Resource.LambdaFunction direct) {
      return Optional.of(FunctionName.parse(direct.arn()));
    }
    return CalledFunction.isInvoke(task.resource())
        ? task.function().map(FunctionName::parse)
        : Optional.empty();
  }

  private TaskState taskAt(String written) {
    StateGraph graph = definition.graph();
    String rest = written;
    for (Matcher step = STEP.matcher(rest); step.matches(); step = STEP.matcher(rest)) {
      graph = inside(written, graph, step.group(1), step.group(2));
      rest = step.group(3);
    }
    return task(stateIn(written, graph, rest));
  }

  private StateGraph inside(String written, StateGraph graph, String name, String index) {
    State state = stateIn(written, graph, name);
    if (state instanceof MapState map) {
      return map.itemProcessor();
    }
    if (!(state instanceof ParallelState parallel)) {
      throw refused(
          "The path '%s' goes into '%s' (%s), which is a %s state: only Parallel and Map states hold states."
              .formatted(written, name, state.location(), state.type().aslName()));
    }
    int branches = parallel.branches().size();
    if (index.length() > 9 || Integer.parseInt(index) >= branches) {
      throw refused(
          "The path '%s' goes into branch %s of '%s' (%s), which has %d, counted from 0."
              .formatted(written, index, name, state.location(), branches));
    }
    return parallel.branches().get(Integer.parseInt(index));
  }

  private State stateIn(String written, StateGraph graph, String name) {
    State state = graph.states().get(name);
    if (state == null) {
      throw refused(
          "The path '%s' names no state: there is no '%s' among the states at %s.%s A path starts at the top of the machine '%s' and looks like 'Lines[3]/Charge'."
              .formatted(
                  written,
                  name,
                  graph.location(),
                  didYouMean(name, graph.states().keySet()),
                  machine));
    }
    return state;
  }

  private TaskState task(State state) {
    if (state instanceof TaskState task) {
      return task;
    }
    throw refused(
        "'%s' (%s) is a %s state and calls nothing: only Task states can be mocked.%s"
            .formatted(state.name(), state.location(), state.type().aslName(), tasksListed()));
  }

  private List<String> taskNames() {
    return tasks().map(State::name).toList();
  }

  /** All Tasks. */
  public TaskTarget all() {
    return new TaskTarget.All(tasks().toList());
  }

  private Stream<TaskState> tasks() {
    return states().values().stream()
        .filter(TaskState.class::isInstance)
        .map(TaskState.class::cast);
  }

  private static String didYouMean(String written, Collection<String> known) {
    return Suggestion.of(written, known).asSentence();
  }

  private String tasksListed() {
    List<String> names = taskNames();
    return names.isEmpty() ? NO_TASKS : new KnownNames(TASKS, names).listed();
  }

  /**
   * @param none what there is to say if there are no names
   */
  private static String hint(String what, List<String> names, String written, String none) {
    return names.isEmpty() ? none : new KnownNames(what, names).hintFor(written);
  }

  private static Pattern wildcards(String written) {
    return Pattern.compile("\\Q" + written.replace("*", "\\E.*\\Q") + "\\E");
  }

  private static IllegalArgumentException refused(String message) {
    return new IllegalArgumentException(Printable.lines(message));
  }
}
