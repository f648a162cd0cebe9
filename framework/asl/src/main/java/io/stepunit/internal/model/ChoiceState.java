package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.choice.Condition;
import io.stepunit.internal.expression.choice.Conditions;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Choice state.
 *
 * @param dataFlow how data goes in, and how it goes out by the {@code Default}
 * @param choices the rules in order; the first that holds decides
 * @param defaultNext the {@code Default}
 */
public record ChoiceState(
    StateInfo info, DataFlow dataFlow, List<Rule> choices, Optional<String> defaultNext)
    implements State {
  static ChoiceState read(StateInfo info, Fields fields) {
    DataFlow dataFlow = DataFlows.ofPassiveState(fields);
    return new ChoiceState(
        info,
        dataFlow,
        fields.requiredItems("Choices").stream()
            .map(rule -> Rule.read(fields, rule, dataFlow))
            .toList(),
        fields.target("Default"));
  }

  @Override
  public List<Target> targets() {
    return Stream.<Target>concat(
            defaultNext.stream().map(Target.Default::new),
            IntStream.range(0, choices.size()).mapToObj(i -> new Target.OfRule(i, choices.get(i))))
        .toList();
  }

  @Override
  public boolean ends() {
    return false;
  }

  @Override
  public Stream<Read> reads() {
    return Stream.concat(dataFlow.reads(), choices.stream().flatMap(Rule::reads));
  }

  @Override
  public StateType type() {
    return StateType.CHOICE;
  }

  /**
   * One entry of {@code Choices}.
   *
   * @param dataFlow how data goes out where the rule holds: the state's own {@code Assign} and
   *     {@code Output} do not count then
   */
  public record Rule(Condition condition, String next, DataFlow dataFlow, SourceLocation location) {
    private static final Condition NEVER =
        Conditions.of(Expr.constant(Json.NODES.booleanNode(false)));

    private Stream<Read> reads() {
      return Stream.concat(condition.reads(), dataFlow.reads());
    }

    private static Rule read(Fields state, LocatedNode rule, DataFlow ofState) {
      Fields fields = state.of(rule, "a rule of a Choice state");
      String next = fields.requiredTarget("Next");
      DataFlow dataFlow = DataFlows.ofRule(fields, ofState);
      fields.text("Comment");
      Condition condition = fields.isJsonata() ? jsonata(fields) : jsonPath(fields);
      return new Rule(condition, next, dataFlow, rule.location());
    }

    private static Condition jsonPath(Fields fields) {
      fields.refuse("Condition", "Output");
      fields.reportMissing();
      LocatedNode rule = fields.object();
      boolean compilable = rule.value().isObject() && !fields.has("Condition");
      Condition condition =
          compilable
              ? Compile.guarded(
                  fields,
                  rule,
                  io.stepunit.asl.Rule.INVALID_CHOICE_RULE,
                  NEVER,
                  () -> Conditions.compile(rule.value()))
              : NEVER;
      fields.readsVariables(condition.variables(), rule);
      return condition;
    }

    private static Condition jsonata(Fields fields) {
      fields.refuse("Variable", "And", "Or", "Not");
      Optional<Expr> condition =
          fields
              .required("Condition")
              .map(
                  field ->
                      Jsonata.compile(
                          fields, field, StatesVariables.INPUT_AND_CONTEXT, ResultType.BOOLEAN));
      fields.done();
      return condition.map(Conditions::of).orElse(NEVER);
    }
  }
}
