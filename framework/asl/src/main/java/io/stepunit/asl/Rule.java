package io.stepunit.asl;

import io.stepunit.asl.Diagnostic.Severity;
import java.util.Optional;

/**
 * The rules of the validation. Each has a stable name, AWS's code for the problem, a severity and a
 * basis. {@code docs/reference/validation.md} shows an example and a fix for each.
 *
 * <p>A rule whose basis is {@link Basis#OURS our own judgement} is a warning: AWS accepts such a
 * definition. See "ValidateStateMachineDefinition" in the AWS Step Functions API reference, and the
 * Amazon States Language specification.
 *
 * @since 0.1.0
 */
public enum Rule {
  /** The text is not JSON. */
  NOT_JSON(DiagnosticCode.INVALID_JSON_DESCRIPTION, Basis.RECORDED),
  /** The text is not YAML, or it contains what JSON cannot express. */
  NOT_YAML(DiagnosticCode.INVALID_JSON_DESCRIPTION, Basis.SPEC),
  /** An object has a field twice: RFC 8259, section 4. */
  DUPLICATE_FIELD(Basis.SPEC),
  /** No definition can be read from the template. */
  UNREADABLE_TEMPLATE(Basis.SPEC),
  /** The definition is not a JSON object. */
  NO_DEFINITION(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),

  /** A required field is missing. */
  REQUIRED_FIELD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** The object does not have this field. */
  UNKNOWN_FIELD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A field that only the other query language has. */
  OTHER_LANGUAGE_FIELD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** Fields that exclude each other. */
  EXCLUSIVE_FIELDS(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** None of several fields is present, one of which is required. */
  NO_FIELD_OF_SEVERAL(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A value of the wrong JSON type. */
  WRONG_TYPE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** An array or object that must not be empty. */
  EMPTY_VALUE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A number that is out of range. */
  OUT_OF_RANGE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A word that the field does not accept. */
  UNKNOWN_WORD(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A {@code Type} that does not exist. */
  UNKNOWN_STATE_TYPE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A JSONPath state in a JSONata machine. */
  LANGUAGE_DOWNGRADE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A timestamp that does not follow RFC 3339. */
  INVALID_TIMESTAMP(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A {@code Resource} that Step Functions cannot call. */
  UNRECOGNIZED_RESOURCE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** An SDK integration of a service, or of an action, that does not exist. */
  UNKNOWN_SDK_ACTION(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A request without a field that its operation requires. */
  REQUIRED_IN_REQUEST(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A field of a request that its operation does not have. */
  UNKNOWN_IN_REQUEST(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A value of a request that does not have the type of its field. */
  TYPE_IN_REQUEST(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** {@code Credentials} without a {@code RoleArn}. */
  CREDENTIALS_WITHOUT_ROLE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** Text that is not a path, or not a Reference Path where one is required. */
  INVALID_PATH(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A value under a key ending in {@code .$} that is neither a path nor an intrinsic call. */
  INVALID_EXPRESSION(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A Choice rule that is not valid. */
  INVALID_CHOICE_RULE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A JSONata expression that does not parse. */
  INVALID_JSONATA(DiagnosticCode.INVALID_JSONATA_EXPRESSION, Basis.RECORDED),
  /** A JSONata expression that refers to something that is not available in its field. */
  UNSUPPORTED_JSONATA(DiagnosticCode.UNSUPPORTED_JSONATA_EXPRESSION, Basis.RECORDED),

  /** A {@code StartAt} that names no state of its scope. */
  MISSING_START(DiagnosticCode.MISSING_TRANSITION_TARGET, Basis.RECORDED),
  /** A transition to a state that does not exist. */
  MISSING_TARGET(DiagnosticCode.MISSING_TRANSITION_TARGET, Basis.RECORDED),
  /** Two states of a machine have the same name. */
  DUPLICATE_STATE(DiagnosticCode.DUPLICATE_STATE_NAME, Basis.RECORDED),
  /** A state name that is empty or too long. */
  INVALID_STATE_NAME(DiagnosticCode.INVALID_STATE_NAME, Basis.SPEC),
  /** An inner scope assigns a variable of an outer one. */
  OUTER_VARIABLE(DiagnosticCode.DUPLICATE_VARIABLE_NAME, Basis.RECORDED),
  /** A variable that one {@code Assign} assigns twice. */
  VARIABLE_TWICE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),

  /** A state that no transition of its scope names. */
  UNREACHABLE_STATE(DiagnosticCode.MISSING_TRANSITION_TARGET, Basis.RECORDED),
  /** A scope without a state that ends it. */
  NO_TERMINAL_STATE(DiagnosticCode.MISSING_END_STATE, Basis.RECORDED),
  /** {@code States.ALL} beside another name, or before another Retrier or Catcher. */
  STATES_ALL_PLACE(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A {@code HeartbeatSeconds} that is not smaller than {@code TimeoutSeconds}. */
  HEARTBEAT_NOT_BELOW_TIMEOUT(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),

  /** A Task that an Express workflow must not contain. */
  EXPRESS_UNSUPPORTED(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.RECORDED),
  /** A Map in distributed mode in an Express workflow. */
  EXPRESS_DISTRIBUTED_MAP(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),

  /** A {@code Label} that is not valid. */
  INVALID_LABEL(DiagnosticCode.INVALID_LABEL_NAME, Basis.SPEC),
  /** Two Map states have the same {@code Label}. */
  DUPLICATE_LABEL(DiagnosticCode.DUPLICATE_LABEL_NAME, Basis.SPEC),
  /** A name in {@code Assign} that is not a valid variable name. */
  INVALID_VARIABLE_NAME(DiagnosticCode.SCHEMA_VALIDATION_FAILED, Basis.SPEC),
  /** A definition that is longer than the API accepts. */
  DEFINITION_TOO_LARGE(Basis.SPEC),

  /** Text in a payload template that looks like a path, under a key without {@code .$}. */
  NO_DOLLAR(DiagnosticCode.NO_DOLLAR, Severity.WARNING, Basis.RECORDED),
  /** Text that looks like a path, in a field whose name does not end in {@code Path}. */
  NO_PATH(DiagnosticCode.NO_PATH, Severity.WARNING, Basis.SPEC),
  /** A path in the {@code Result} of a Pass state. */
  PASS_RESULT_IS_STATIC(DiagnosticCode.PASS_RESULT_IS_STATIC, Severity.WARNING, Basis.SPEC),
  /** A variable that no state assigns, or that is assigned only outside the scope of its reader. */
  POSSIBLY_UNDEFINED_VARIABLE(
      DiagnosticCode.POSSIBLY_UNDEFINED_VARIABLE, Severity.WARNING, Basis.RECORDED),

  /** A call of an intrinsic function with literals that it does not accept. */
  INTRINSIC_ARGUMENT(Basis.OURS),
  /** A function that JSONata in Step Functions does not have. */
  UNKNOWN_FUNCTION(Basis.OURS),
  /** Text that looks like JSONata without its delimiters, or with blanks around them. */
  EXPRESSION_AS_TEXT(Basis.OURS),
  /** A placeholder that nothing replaces. */
  OPEN_PLACEHOLDER(Basis.OURS),
  /** A Choice without a {@code Default} that may match no rule. */
  CHOICE_WITHOUT_DEFAULT(Basis.OURS),
  /** A request that AWS accepts in a definition and its service refuses. */
  DOUBTFUL_REQUEST(Basis.OURS),
  /** An SDK integration that Step Functions removed. */
  REMOVED_SERVICE(Basis.OURS),
  /** A Map in distributed mode without an {@code ExecutionType}. */
  DISTRIBUTED_WITHOUT_TYPE(Basis.OURS),
  /** A {@code ResultWriter} without fields. */
  EMPTY_RESULT_WRITER(Basis.OURS),
  /** A field of distributed mode in an inline Map. */
  DISTRIBUTED_FIELD_INLINE(Basis.OURS),
  /** An inline Map over so many items that the history exceeds its limit. */
  MAP_PASSES_EVENT_LIMIT(Basis.OURS),
  /** States that lead only to each other. */
  UNREACHABLE_LOOP(Basis.OURS),
  /** A state that cannot reach the end of its scope. */
  ENDLESS_LOOP(Basis.OURS),
  /** A Fail state's error name that is reserved for the service. */
  RESERVED_ERROR_NAME(Basis.OURS),
  /** An error name that does not exist. */
  UNKNOWN_ERROR_NAME(Basis.OURS),
  /** An error that no Retrier or Catcher can handle. */
  UNCATCHABLE_ERROR(Basis.OURS),
  /** A Retrier or Catcher whose errors are all handled by earlier ones. */
  HANDLER_NEVER_REACHED(Basis.OURS),
  /** A Task without a timeout. */
  TASK_WITHOUT_TIMEOUT(Basis.OURS),
  /** A Task that may wait for its token for a year. */
  CALLBACK_WITHOUT_TIMEOUT(Basis.OURS),
  /** A Lambda Task that does not retry Lambda's transient errors. */
  LAMBDA_WITHOUT_RETRY(Basis.OURS),
  /** A Retrier for any error of a call that should not be made twice. */
  EFFECT_REPEATED_BY_RETRY(Basis.OURS),
  /** A Catcher that replaces the state's input by the error. */
  CATCH_LOSES_INPUT(Basis.OURS);

  /** How it is known that a rule holds on AWS. */
  public enum Basis {
    /** Recorded on AWS, or measured there and published. */
    RECORDED,
    /** The Amazon States Language specification, AWS's documentation or a standard says so. */
    SPEC,
    /** Our own judgement; at most a warning, because AWS accepts it. */
    OURS
  }

  private final Optional<DiagnosticCode> code;
  private final Severity severity;
  private final Basis basis;

  Rule(DiagnosticCode code, Basis basis) {
    this(Optional.of(code), Severity.ERROR, basis);
  }

  /** A warning of AWS's own. */
  Rule(DiagnosticCode code, Severity severity, Basis basis) {
    this(Optional.of(code), severity, basis);
  }

  Rule(Basis basis) {
    this(Optional.empty(), basis == Basis.OURS ? Severity.WARNING : Severity.ERROR, basis);
  }

  Rule(Optional<DiagnosticCode> code, Severity severity, Basis basis) {
    this.code = code;
    this.severity = severity;
    this.basis = basis;
  }

  /** AWS's code for the problem; empty if AWS is not known to report it. */
  public Optional<DiagnosticCode> code() {
    return code;
  }

  /** Returns the default severity; settings may change that of a warning. */
  public Severity severity() {
    return severity;
  }

  /** The basis of the rule. */
  public Basis basis() {
    return basis;
  }
}
