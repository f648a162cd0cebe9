package io.stepunit.asl;

import io.stepunit.asl.Diagnostic.Severity;
import java.util.Optional;

/**
 * The rules that a definition is validated by. Each rule has a name that stays the same over
 * versions, the code that AWS reports the problem by, a severity, and the reason for which it is a
 * rule at all. {@code docs/reference/validation.md} shows an example and its cure for each.
 *
 * <p>A rule that rests on {@link Basis#OURS our own judgement} is a warning: AWS accepts such a
 * definition. See "ValidateStateMachineDefinition" in the AWS Step Functions API reference, and the
 * Amazon States Language specification.
 *
 * @since 0.1.0
 */
public enum Rule {
  /** The text is not JSON. */
  NOT_JSON(DiagnosticCode.INVALID_JSON_DESCRIPTION, Basis.RECORDED),
  /** The text is not YAML, or YAML that has no counterpart in JSON. */
  NOT_YAML(DiagnosticCode.INVALID_JSON_DESCRIPTION, Basis.SPEC),
  /** An object has a field twice: RFC 8259, section 4. */
  DUPLICATE_FIELD(Basis.SPEC),
  /** A template that a definition cannot be taken out of. */
  UNREADABLE_TEMPLATE(Basis.SPEC),
  /** The definition is not a JSON object. */
  NO_DEFINITION(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),

  /** A field that has to be there is missing. */
  REQUIRED_FIELD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A field that its object does not have. */
  UNKNOWN_FIELD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A field that only the other query language has. */
  OTHER_LANGUAGE_FIELD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** Fields that exclude each other. */
  EXCLUSIVE_FIELDS(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** One of several fields has to be there, and none is. */
  NO_FIELD_OF_SEVERAL(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A value of the wrong JSON type. */
  WRONG_TYPE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** An array or object that must not be empty. */
  EMPTY_VALUE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A number outside of its range. */
  OUT_OF_RANGE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A word that is none of those which the field may have. */
  UNKNOWN_WORD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A {@code Type} that there is not. */
  UNKNOWN_STATE_TYPE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A JSONPath state in a JSONata machine. */
  LANGUAGE_DOWNGRADE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A timestamp that is not one of RFC 3339. */
  INVALID_TIMESTAMP(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A {@code Resource} that is no ARN which Step Functions can call. */
  UNRECOGNIZED_RESOURCE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** {@code Credentials} without a {@code RoleArn}. */
  CREDENTIALS_WITHOUT_ROLE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A text that is no path, or no Reference Path where one has to be. */
  INVALID_PATH(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A value under a key ending in {@code .$} that is neither a path nor an intrinsic call. */
  INVALID_EXPRESSION(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A rule of a Choice state that cannot be understood. */
  INVALID_CHOICE_RULE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A JSONata expression that does not parse. */
  INVALID_JSONATA(DiagnosticCode.INVALID_JSONATA_EXPRESSION, Basis.RECORDED),
  /** A JSONata expression that refers to what does not exist at its place. */
  UNSUPPORTED_JSONATA(DiagnosticCode.UNSUPPORTED_JSONATA_EXPRESSION, Basis.RECORDED),

  /** A {@code StartAt} that names no state of its scope. */
  MISSING_START(DiagnosticCode.MISSING_TRANSITION_TARGET, Basis.SPEC),
  /** A transition to a state that is not there. */
  MISSING_TARGET(DiagnosticCode.MISSING_TRANSITION_TARGET, Basis.RECORDED),
  /** Two states of one name in a machine. */
  DUPLICATE_STATE(DiagnosticCode.DUPLICATE_STATE_NAME, Basis.RECORDED),
  /** A state's name that is empty or too long. */
  INVALID_STATE_NAME(DiagnosticCode.INVALID_STATE_NAME, Basis.SPEC),
  /** A variable of an outer scope that an inner one assigns. */
  OUTER_VARIABLE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A variable that one {@code Assign} assigns twice. */
  VARIABLE_TWICE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),

  /** A state that no transition leads to. */
  UNREACHABLE_STATE(DiagnosticCode.MISSING_TRANSITION_TARGET, Basis.RECORDED),
  /** A scope in which no state ends. */
  NO_TERMINAL_STATE(DiagnosticCode.MISSING_END_STATE, Basis.RECORDED),
  /** {@code States.ALL} beside another name, or before another Retrier or Catcher. */
  STATES_ALL_PLACE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A {@code HeartbeatSeconds} that {@code TimeoutSeconds} always comes before. */
  HEARTBEAT_NOT_BELOW_TIMEOUT(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),

  /** What an Express workflow must not call. */
  EXPRESS_UNSUPPORTED(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A Map in distributed mode in an Express workflow. */
  EXPRESS_DISTRIBUTED_MAP(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),

  /** A {@code Label} that cannot be one. */
  INVALID_LABEL(DiagnosticCode.INVALID_LABEL_NAME, Basis.SPEC),
  /** Two Map states with one {@code Label}. */
  DUPLICATE_LABEL(DiagnosticCode.DUPLICATE_LABEL_NAME, Basis.SPEC),
  /** A name in {@code Assign} that no variable can have. */
  INVALID_VARIABLE_NAME(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A definition that is longer than the API takes. */
  DEFINITION_TOO_LARGE(Basis.SPEC),

  /** A text in a template that looks like a path, under a key that does not end in {@code .$}. */
  NO_DOLLAR(DiagnosticCode.NO_DOLLAR),
  /** A text that looks like a path, in a field whose name does not end in {@code Path}. */
  NO_PATH(DiagnosticCode.NO_PATH),
  /** A path in the {@code Result} of a Pass state. */
  PASS_RESULT_IS_STATIC(DiagnosticCode.PASS_RESULT_IS_STATIC),

  /** An intrinsic call whose literals the function does not take. */
  INTRINSIC_ARGUMENT(Basis.OURS),
  /** A function that JSONata in Step Functions does not have. */
  UNKNOWN_FUNCTION(Basis.OURS),
  /** A variable that no state assigns. */
  VARIABLE_NEVER_ASSIGNED(Basis.OURS),
  /** A variable that is assigned only where the reader cannot see it. */
  VARIABLE_OUT_OF_SCOPE(Basis.OURS),
  /** A text that looks like JSONata, without its marks or with blanks around them. */
  EXPRESSION_AS_TEXT(Basis.OURS),
  /** A placeholder of a template that nothing has replaced. */
  OPEN_PLACEHOLDER(Basis.OURS),
  /** A Choice state that may find nothing to go on with. */
  CHOICE_WITHOUT_DEFAULT(Basis.OURS),
  /** A Map in distributed mode without the type of its executions. */
  DISTRIBUTED_WITHOUT_TYPE(Basis.OURS),
  /** A field of distributed mode in a Map that does not ask for that mode. */
  DISTRIBUTED_FIELD_INLINE(Basis.OURS),
  /** An inline Map over so many items that the history is too long. */
  MAP_PASSES_EVENT_LIMIT(Basis.OURS),
  /** A state from which no way leads to an end. */
  ENDLESS_LOOP(Basis.OURS),
  /** A Fail state's error with a name that is the service's. */
  RESERVED_ERROR_NAME(Basis.OURS),
  /** An error name that no error ever has. */
  UNKNOWN_ERROR_NAME(Basis.OURS),
  /** An error that no Retrier and no Catcher sees. */
  UNCATCHABLE_ERROR(Basis.OURS),
  /** A Retrier or Catcher whose errors are all handled before it. */
  HANDLER_NEVER_REACHED(Basis.OURS),
  /** A Task that may take for ever. */
  TASK_WITHOUT_TIMEOUT(Basis.OURS),
  /** A Task that may wait for its token for a year. */
  CALLBACK_WITHOUT_TIMEOUT(Basis.OURS),
  /** A Lambda function's Task that does not retry Lambda's own transient errors. */
  LAMBDA_WITHOUT_RETRY(Basis.OURS),
  /** A Retrier of any error on a call that must not be made twice. */
  EFFECT_REPEATED_BY_RETRY(Basis.OURS),
  /** A Catcher that drops the state's input. */
  CATCH_LOSES_INPUT(Basis.OURS);

  /** How it is known that a rule holds on AWS. */
  public enum Basis {
    /** AWS answered so: in a recording, or measured on AWS and published. */
    RECORDED,
    /** The Amazon States Language specification, AWS's documentation or a standard says so. */
    SPEC,
    /** Our own judgement; at most a warning, for AWS accepts it. */
    OURS
  }

  private final Optional<DiagnosticCode> code;
  private final Severity severity;
  private final Basis basis;

  Rule(DiagnosticCode code, Basis basis) {
    this(Optional.of(code), Severity.ERROR, basis);
  }

  /** A warning of AWS's own. */
  Rule(DiagnosticCode code) {
    this(Optional.of(code), Severity.WARNING, Basis.SPEC);
  }

  Rule(Basis basis) {
    this(Optional.empty(), basis == Basis.OURS ? Severity.WARNING : Severity.ERROR, basis);
  }

  Rule(Optional<DiagnosticCode> code, Severity severity, Basis basis) {
    this.code = code;
    this.severity = severity;
    this.basis = basis;
  }

  /** The code that AWS reports the problem by; empty where AWS is not known to report it. */
  public Optional<DiagnosticCode> code() {
    return code;
  }

  /** Returns the default severity; settings may change that of a warning. */
  public Severity severity() {
    return severity;
  }

  /** What the rule rests on. */
  public Basis basis() {
    return basis;
  }
}
