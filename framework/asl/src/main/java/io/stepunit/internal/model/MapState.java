package io.stepunit.internal.model;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Map state.
 *
 * @param items {@code ItemsPath} or {@code Items}
 * @param itemSelector {@code ItemSelector} or the legacy {@code Parameters}
 * @param itemProcessor {@code ItemProcessor} or the legacy {@code Iterator}
 * @param maxConcurrency {@code MaxConcurrency} or {@code MaxConcurrencyPath}; 0 means no limit
 * @param toleratedFailureCount {@code ToleratedFailureCount} or its Path form
 * @param toleratedFailurePercentage {@code ToleratedFailurePercentage} or its Path form, 0 to 100
 * @param distributed what the Map has in distributed mode; empty in inline mode
 */
public record MapState(
    StateInfo info,
    DataFlow dataFlow,
    MapItems items,
    Optional<Expr> itemSelector,
    StateGraph itemProcessor,
    Optional<Setting<Long>> maxConcurrency,
    Optional<Setting<Long>> toleratedFailureCount,
    Optional<Setting<Double>> toleratedFailurePercentage,
    Optional<Distributed> distributed,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {
  static MapState read(StateInfo info, Fields fields) {
    Optional<Fields> processor = processor(fields);
    Optional<Distributed.Mode> mode = processor.flatMap(MapState::readDistributedMode);
    MapState state =
        new MapState(
            info,
            DataFlows.ofMap(fields),
            MapItems.read(fields),
            readItemSelector(fields),
            processor
                .map(StateGraph::readNested)
                .orElseGet(() -> new StateGraph("", Map.of(), fields.location())),
            Settings.integer(fields, "MaxConcurrency", 0, Integer.MAX_VALUE),
            Settings.integer(fields, "ToleratedFailureCount", 0, Integer.MAX_VALUE),
            Settings.decimal(fields, "ToleratedFailurePercentage", 0, 100),
            Distributed.read(fields, mode),
            ErrorHandlers.read(fields),
            Transition.read(fields));
    Settings.refuseContext(fields, "MaxConcurrencyPath");
    Settings.refuseContext(fields, "ToleratedFailureCountPath");
    Settings.refuseContext(fields, "ToleratedFailurePercentagePath");
    return state;
  }

  private static Optional<Expr> readItemSelector(Fields fields) {
    if (fields.isJsonata()) {
      return Jsonata.optional(fields, "ItemSelector", StatesVariables.INPUT_AND_CONTEXT);
    }
    fields.atMostOneOf("ItemSelector", "Parameters");
    Optional<Expr> parameters = Compile.template(fields, "Parameters");
    return Compile.template(fields, "ItemSelector").or(() -> parameters);
  }

  private static Optional<Fields> processor(Fields fields) {
    boolean any = fields.atMostOneOf("ItemProcessor", "Iterator");
    Optional<LocatedNode> iterator = fields.optional("Iterator");
    Optional<LocatedNode> processor =
        any ? fields.optional("ItemProcessor") : fields.required("ItemProcessor");
    return processor
        .map(node -> fields.of(node, "an ItemProcessor"))
        .or(() -> iterator.map(node -> fields.of(node, "an Iterator")));
  }

  /** Reads the ProcessorConfig; empty unless it asks for distributed mode. */
  private static Optional<Distributed.Mode> readDistributedMode(Fields processor) {
    return processor
        .optional("ProcessorConfig")
        .flatMap(
            node -> {
              Fields config = processor.of(node, "a ProcessorConfig");
              boolean distributed =
                  config
                      .word("Mode", "INLINE", "DISTRIBUTED")
                      .filter("DISTRIBUTED"::equals)
                      .isPresent();
              WorkflowType type =
                  config.word("ExecutionType", WorkflowType.class).orElse(WorkflowType.STANDARD);
              config.done();
              return distributed
                  ? Optional.of(new Distributed.Mode(type, node.location()))
                  : Optional.empty();
            });
  }

  @Override
  public List<StateGraph> scopes() {
    return List.of(itemProcessor);
  }

  @Override
  public List<Target> targets() {
    return Stream.concat(next.target(), errorHandlers.targets()).toList();
  }

  @Override
  public boolean ends() {
    return next.equals(Transition.END);
  }

  @Override
  public Stream<Read> reads() {
    // An ItemReader brings the items, and the input is only that of its fields.
    boolean itemsAreRead = distributed.flatMap(Distributed::itemReader).isPresent();
    return Stream.of(
            dataFlow.reads(),
            itemsAreRead ? Stream.<Read>empty() : items.reads(),
            itemSelector.stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            Stream.of(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage)
                .flatMap(Optional::stream)
                .flatMap(number -> number.reads(ValueKind.NUMBER)),
            distributed.stream().flatMap(Distributed::reads),
            errorHandlers.reads())
        .flatMap(Function.identity());
  }

  @Override
  public StateType type() {
    return StateType.MAP;
  }
}
