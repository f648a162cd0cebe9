package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Expressions;
import io.stepunit.internal.expression.choice.Condition;
import io.stepunit.internal.expression.choice.Conditions;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Assign;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.JsonPathDataFlow;
import io.stepunit.internal.model.MapItems;
import io.stepunit.internal.model.ResultPath;
import io.stepunit.internal.model.Setting;
import java.util.Map;
import java.util.Optional;

/**
 * Fields in JSONPath: paths in fields of their own, and templates whose keys end in {@code .$}.
 *
 * @param fields the object's fields
 */
record JsonPathFields(Fields fields) implements LanguageFields {
  /** What stands for a rule that has been reported. */
  static final Condition NEVER = Conditions.of(Expr.constant(Json.NODES.booleanNode(false)));

  private static final String EXPRESSION_SUFFIX = ".$";

  @Override
  public DataFlow ofWorkingState() {
    return dataFlow(payload("Parameters"), payload("ResultSelector"), resultPath());
  }

  /** Its {@code Parameters} are the old name of the ItemSelector. */
  @Override
  public DataFlow ofMap() {
    return dataFlow(Optional.empty(), payload("ResultSelector"), resultPath());
  }

  @Override
  public DataFlow ofPass() {
    return dataFlow(payload("Parameters"), Optional.empty(), resultPath());
  }

  @Override
  public DataFlow ofPassiveState() {
    return dataFlow(Optional.empty(), Optional.empty(), ResultPath.REPLACE);
  }

  @Override
  public DataFlow ofSucceed() {
    return new JsonPathDataFlow(
        dataPath("InputPath"),
        Optional.empty(),
        Optional.empty(),
        ResultPath.REPLACE,
        dataPath("OutputPath"),
        Optional.empty());
  }

  /** The error output goes into the state's raw input. */
  @Override
  public DataFlow ofCatcher() {
    fields.refuse("Output");
    return new JsonPathDataFlow(
        Expr.input(),
        Optional.empty(),
        Optional.empty(),
        resultPath(),
        Expr.input(),
        assign().map(new AssignReader(fields)::ofCatcher));
  }

  @Override
  public DataFlow ofRule(DataFlow ofState) {
    Optional<Assign> assign = assign().map(new AssignReader(fields)::ofScope);
    return ofState instanceof JsonPathDataFlow flow ? flow.assigning(assign) : ofState;
  }

  private JsonPathDataFlow dataFlow(
      Optional<Expr> parameters, Optional<Expr> resultSelector, ResultPath resultPath) {
    return new JsonPathDataFlow(
        dataPath("InputPath"),
        parameters,
        resultSelector,
        resultPath,
        dataPath("OutputPath"),
        assign().map(new AssignReader(fields)::ofScope));
  }

  @Override
  public Condition condition() {
    fields.refuse("Condition", "Output");
    fields.reportMissing();
    LocatedNode rule = fields.object();
    boolean compilable = rule.value().isObject() && !fields.has("Condition");
    Condition condition =
        compilable
            ? compiler()
                .guarded(
                    rule, Rule.INVALID_CHOICE_RULE, NEVER, () -> Conditions.compile(rule.value()))
            : NEVER;
    fields.readsVariables(condition.variables(), rule);
    return condition;
  }

  @Override
  public Optional<Expr> payload(String name) {
    return fields.optional(name).map(this::template);
  }

  @Override
  public Optional<Expr> arguments() {
    return payload("Parameters");
  }

  @Override
  public Optional<Expr> requiredArguments() {
    if (fields.required("Parameters").isPresent()) {
      fields.refuse("Arguments");
    } else {
      fields.optional("Arguments");
    }
    return arguments();
  }

  @Override
  public MapItems items(boolean distributed) {
    return fields
        .optional("ItemsPath")
        .map(field -> new MapItems.AtPath(fields.textOf(field), path(field), distributed))
        .orElseGet(() -> new MapItems.AtPath("$", Expr.input(), distributed));
  }

  @Override
  public Optional<Expr> itemSelector() {
    fields.atMostOneOf("ItemSelector", "Parameters");
    Optional<Expr> parameters = payload("Parameters");
    return payload("ItemSelector").or(() -> parameters);
  }

  @Override
  public Optional<Expr> roleArn() {
    fields.atMostOneOf("RoleArn", "RoleArn.$");
    Optional<Expr> constant =
        fields.text("RoleArn").map(arn -> Expr.constant(Json.NODES.textNode(arn)));
    Optional<Expr> path = fields.optional("RoleArn.$").map(this::pathOrIntrinsic);
    return constant.or(() -> path);
  }

  /** There is none: a path has a field of its own. */
  @Override
  public <T> Optional<Setting<T>> computed(String name, ResultType expected) {
    fields.optional(name);
    return Optional.empty();
  }

  /** {@code InputPath} or {@code OutputPath}: null stands for an empty object. */
  private Expr dataPath(String name) {
    Optional<LocatedNode> field = fields.optional(name);
    if (field.filter(f -> f.value().isNull()).isPresent()) {
      return Expr.constant(Json.NODES.objectNode());
    }
    return field.map(this::path).orElse(Expr.input());
  }

  private ResultPath resultPath() {
    Optional<LocatedNode> field = fields.optional("ResultPath");
    if (field.filter(f -> f.value().isNull()).isPresent()) {
      return ResultPath.DISCARD;
    }
    return field.map(this::resultPath).orElse(ResultPath.REPLACE);
  }

  private ResultPath resultPath(LocatedNode field) {
    String text = fields.textOf(field);
    if (text.equals("$") || !field.value().isTextual()) {
      return ResultPath.REPLACE;
    }
    return compiler()
        .guarded(
            field,
            Rule.INVALID_PATH,
            ResultPath.REPLACE,
            () -> new ResultPath.At(Expressions.resultPath(text)));
  }

  /** A key that ends in {@code .$} has an expression. */
  private Optional<Assign> assign() {
    return new AssignReader(fields)
        .read(
            (key, value) ->
                key.endsWith(EXPRESSION_SUFFIX)
                    ? Map.entry(
                        key.substring(0, key.length() - EXPRESSION_SUFFIX.length()),
                        pathOrIntrinsic(value))
                    : Map.entry(key, template(value)));
  }

  /** A field whose text is a path. */
  Expr path(LocatedNode field) {
    String text = fields.textOf(field);
    return field.value().isTextual()
        ? compiler().expression(field, Rule.INVALID_PATH, () -> Expressions.path(text))
        : ExpressionCompiler.NOTHING;
  }

  /** A field whose text is a path or an intrinsic call. */
  Expr pathOrIntrinsic(LocatedNode field) {
    String text = fields.textOf(field);
    return field.value().isTextual()
        ? compiler()
            .expression(
                field,
                Rule.INVALID_EXPRESSION,
                () -> Expressions.field(field.position().token(), text))
        : ExpressionCompiler.NOTHING;
  }

  private Expr template(LocatedNode field) {
    return compiler()
        .expression(field, Rule.INVALID_EXPRESSION, () -> Expressions.template(field.value()));
  }

  private ExpressionCompiler compiler() {
    return new ExpressionCompiler(fields);
  }
}
