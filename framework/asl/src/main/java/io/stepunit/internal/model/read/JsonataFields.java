package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.choice.Condition;
import io.stepunit.internal.expression.choice.Conditions;
import io.stepunit.internal.expression.jsonata.JsonataTemplate;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import io.stepunit.internal.model.Assign;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.JsonataDataFlow;
import io.stepunit.internal.model.JsonataDataFlow.Binding;
import io.stepunit.internal.model.MapItems;
import io.stepunit.internal.model.Setting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fields in JSONata: any value may hold expressions.
 *
 * @param fields the object's fields
 */
record JsonataFields(Fields fields) implements LanguageFields {
  @Override
  public DataFlow ofWorkingState() {
    return withResult(optional("Arguments", StatesVariables.INPUT_AND_CONTEXT));
  }

  /** Its ItemSelector makes what it hands on. */
  @Override
  public DataFlow ofMap() {
    return withResult(Optional.empty());
  }

  private DataFlow withResult(Optional<Expr> arguments) {
    return new JsonataDataFlow(
        arguments,
        optional("Output", StatesVariables.WITH_RESULT),
        assign(StatesVariables.WITH_RESULT).map(new AssignReader(fields)::ofScope),
        Binding.RESULT);
  }

  @Override
  public DataFlow ofPass() {
    return withoutResult();
  }

  @Override
  public DataFlow ofPassiveState() {
    return withoutResult();
  }

  @Override
  public DataFlow ofRule(DataFlow ofState) {
    return withoutResult();
  }

  private DataFlow withoutResult() {
    return new JsonataDataFlow(
        Optional.empty(),
        optional("Output", StatesVariables.INPUT_AND_CONTEXT),
        assign(StatesVariables.INPUT_AND_CONTEXT).map(new AssignReader(fields)::ofScope),
        Binding.NONE);
  }

  @Override
  public DataFlow ofSucceed() {
    return new JsonataDataFlow(
        Optional.empty(),
        optional("Output", StatesVariables.INPUT_AND_CONTEXT),
        Optional.empty(),
        Binding.NONE);
  }

  @Override
  public DataFlow ofCatcher() {
    fields.refuse("ResultPath");
    return new JsonataDataFlow(
        Optional.empty(),
        optional("Output", StatesVariables.WITH_ERROR_OUTPUT),
        assign(StatesVariables.WITH_ERROR_OUTPUT).map(new AssignReader(fields)::ofCatcher),
        Binding.ERROR_OUTPUT);
  }

  @Override
  public Condition condition() {
    fields.refuse("Variable", "And", "Or", "Not");
    Optional<Expr> condition =
        fields
            .required("Condition")
            .map(field -> compile(field, StatesVariables.INPUT_AND_CONTEXT, ResultType.BOOLEAN));
    fields.done();
    return condition.map(Conditions::of).orElse(JsonPathFields.NEVER);
  }

  @Override
  public Optional<Expr> payload(String name) {
    return optional(name, StatesVariables.INPUT_AND_CONTEXT);
  }

  @Override
  public Optional<Expr> arguments() {
    return payload("Arguments");
  }

  @Override
  public Optional<Expr> requiredArguments() {
    if (fields.required("Arguments").isPresent()) {
      fields.refuse("Parameters");
    } else {
      fields.optional("Parameters");
    }
    return arguments();
  }

  @Override
  public MapItems items(boolean distributed) {
    ResultType expected = distributed ? ResultType.ARRAY_OR_OBJECT : ResultType.ARRAY;
    return optional("Items", StatesVariables.INPUT_AND_CONTEXT, expected)
        .<MapItems>map(MapItems.Computed::new)
        .orElseGet(() -> new MapItems.Input(distributed));
  }

  @Override
  public Optional<Expr> itemSelector() {
    return payload("ItemSelector");
  }

  @Override
  public Optional<Expr> roleArn() {
    fields.text("RoleArn");
    return optional("RoleArn", StatesVariables.INPUT_AND_CONTEXT, ResultType.STRING);
  }

  @Override
  public <T> Optional<Setting<T>> computed(String name, ResultType expected) {
    return fields
        .optional(name)
        .filter(JsonataFields::isExpression)
        .map(
            field ->
                new Setting.Computed<>(
                    name, compile(field, StatesVariables.INPUT_AND_CONTEXT, expected)));
  }

  private Optional<Assign> assign(StatesVariables allowed) {
    return new AssignReader(fields)
        .read((name, value) -> Map.entry(name, compile(value, allowed, ResultType.ANY)));
  }

  private Optional<Expr> optional(String name, StatesVariables allowed) {
    return optional(name, allowed, ResultType.ANY);
  }

  private Optional<Expr> optional(String name, StatesVariables allowed, ResultType expected) {
    return fields.optional(name).map(field -> compile(field, allowed, expected));
  }

  private Expr compile(LocatedNode field, StatesVariables allowed, ResultType expected) {
    if (!isExpression(field) && !expected.accepts(field.value())) {
      fields.wrongType(field, expected.words().toUpperCase(Locale.ROOT));
    }
    String name = fields.nameInState(field);
    return new ExpressionCompiler(fields)
        .expression(
            field,
            Rule.INVALID_JSONATA,
            () -> JsonataTemplate.compile(name, field.value(), allowed, expected));
  }

  /** Whether a field holds an expression instead of a constant. */
  private static boolean isExpression(LocatedNode field) {
    return field.value().isTextual() && field.value().asText().startsWith("{%");
  }
}
