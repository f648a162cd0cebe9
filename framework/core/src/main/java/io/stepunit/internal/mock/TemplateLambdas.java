package io.stepunit.internal.mock;

import io.stepunit.JsonCodec;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.lambda.HandlerCode;
import io.stepunit.internal.lambda.LambdaFunction;
import io.stepunit.internal.model.DeployedFunction;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.UnanswerableTaskException;
import io.stepunit.internal.target.CalledFunction;
import io.stepunit.internal.target.TaskTarget;
import io.stepunit.internal.text.Suggestion;
import io.stepunit.mock.Lambdas;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the handlers that a template names answer the Tasks that call its functions. */
final class TemplateLambdas implements Lambdas {
  /** Lambda's own default. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final List<DeployedFunction> functions;
  private final Supplier<TaskTarget> target;
  private final Function<TaskTarget, DeclaredMock> declare;
  private final UserCode userCode;
  private final String home;
  private final Map<Class<?>, Supplier<?>> suppliers = new HashMap<>();
  private final Map<String, LambdaTask> tasks = new HashMap<>();
  private BiFunction<? super Class<?>, ? super Map<String, String>, ?> others =
      (type, variables) -> made(type, variables);

  /**
   * @param functions the template's functions
   * @param target finds the Tasks that may call them
   * @param declare declares what answers these
   * @param home what ARNs of functions called by name begin with
   */
  TemplateLambdas(
      List<DeployedFunction> functions,
      Supplier<TaskTarget> target,
      Function<TaskTarget, DeclaredMock> declare,
      UserCode userCode,
      String home) {
    this.functions = functions;
    this.target = target;
    this.declare = declare;
    this.userCode = userCode;
    this.home = home;
  }

  @Override
  public <T> Lambdas made(Class<T> handler, Supplier<? extends T> supplier) {
    Objects.requireNonNull(supplier, "supplier");
    suppliers.put(Objects.requireNonNull(handler, "handler"), supplier);
    return this;
  }

  @Override
  public Lambdas madeBy(Function<? super Class<?>, ?> factory) {
    Objects.requireNonNull(factory, "factory");
    return madeWith((type, variables) -> factory.apply(type));
  }

  @Override
  public Lambdas madeWith(BiFunction<? super Class<?>, ? super Map<String, String>, ?> factory) {
    others = Objects.requireNonNull(factory, "factory");
    return this;
  }

  @Override
  public Map<String, String> environmentOf(String function) {
    Objects.requireNonNull(function, "function");
    List<String> ids = functions.stream().map(DeployedFunction::id).toList();
    return called(FunctionName.parse(function))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The machine's template has no Lambda function '%s'.%s%s"
                        .formatted(
                            function,
                            Suggestion.of(function, ids).asSentence(),
                            ids.isEmpty() ? "" : " It has: " + String.join(", ", ids) + ".")))
        .environment();
  }

  @Override
  public void fromTemplate() {
    DeclaredMock declaration = declare.apply(target.get());
    new ScriptedTaskMock(declaration, userCode.json()).called(this::reply);
    declaration.makeLenient();
  }

  private AttemptReply reply(AttemptRequest request, Consumer<Throwable> thrown) {
    DeployedFunction function = CalledFunction.of(request).flatMap(this::called).orElseThrow();
    LambdaTask task = tasks.get(function.id());
    if (task == null) {
      JsonCodec codec = userCode.json().codec();
      task = new LambdaTask(code(function), home, function.timeout().orElse(TIMEOUT), codec);
      tasks.put(function.id(), task);
    }
    return task.reply(request, thrown);
  }

  private Optional<DeployedFunction> called(FunctionName name) {
    return functions.stream().filter(function -> function.isCalled(name.name())).findFirst();
  }

  private LambdaFunction code(DeployedFunction function) {
    String declared = "The function '%s' (%s) ".formatted(function.id(), function.location());
    function
        .runtime()
        .filter(runtime -> !runtime.startsWith("java") && !runtime.startsWith("provided"))
        .ifPresent(
            runtime -> {
              throw new UnanswerableTaskException(
                  declared
                      + "runs on "
                      + runtime
                      + ", and StepUnit runs handlers of Java only. Mock the Task.");
            });
    String handler =
        function
            .handler()
            .orElseThrow(
                () ->
                    new UnanswerableTaskException(
                        declared
                            + "has no Handler, as a function of an image has none. Mock the Task,"
                            + " or give its handler by lambda(\"%s\").".formatted(function.id())));
    try {
      return HandlerCode.load(handler, type -> instance(type, function));
    } catch (UnanswerableTaskException e) {
      throw new UnanswerableTaskException(
          declared + "has a Handler that cannot run. " + e.getMessage(), e);
    }
  }

  private @Nullable Object instance(Class<?> type, DeployedFunction function) {
    Supplier<?> supplier = suppliers.get(type);
    return supplier == null ? others.apply(type, function.environment()) : supplier.get();
  }

  /** As Lambda makes it. */
  private static Object made(Class<?> type, Map<String, String> variables) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getTargetException();
      throw new UnanswerableTaskException(
          "The constructor of %s threw %s.%s"
              .formatted(type.getName(), thrown, aboutVariables(variables)),
          thrown);
    } catch (ReflectiveOperationException e) {
      throw new UnanswerableTaskException(
          """
          The class %s has no public constructor without parameters, which Lambda needs, too. Say \
          how it is made: lambdas().made(%s.class, () -> …).\
          """
              .formatted(type.getName(), type.getSimpleName()),
          e);
    }
  }

  private static String aboutVariables(Map<String, String> variables) {
    return variables.isEmpty()
        ? ""
        : " The template sets the environment variables "
            + String.join(", ", variables.keySet())
            + ", which no code can set for its own process: give them to the constructor by"
            + " lambdas().madeWith(…), or let the build set them.";
  }
}
