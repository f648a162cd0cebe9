package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.QueryLanguage;
import java.util.List;
import java.util.Optional;

/**
 * The {@code QueryLanguage} field, and the fields that belong to one language only.
 *
 * @param fields the fields of a machine or a state
 */
record LanguageField(Fields fields) {
  private static final String FIELD = "QueryLanguage";
  private static final List<String> JSONATA_ONLY = List.of("Arguments", "Output", "Items");
  private static final List<String> JSONPATH_ONLY =
      List.of(
          "InputPath",
          "Parameters",
          "Result",
          "ResultSelector",
          "ResultPath",
          "OutputPath",
          "ItemsPath",
          "SecondsPath",
          "TimestampPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "MaxConcurrencyPath",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentagePath",
          "ErrorPath",
          "CausePath");

  /** The machine's language. */
  QueryLanguage ofMachine() {
    return read().orElse(QueryLanguage.JSONPATH);
  }

  /** A state's language: its own, or the machine's. */
  QueryLanguage ofState() {
    QueryLanguage machine = fields.queryLanguage();
    QueryLanguage own = read().orElse(machine);
    if (machine == QueryLanguage.JSONATA && own == QueryLanguage.JSONPATH) {
      fields.report(
          Rule.LANGUAGE_DOWNGRADE,
          "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
          fields.optional(FIELD).orElse(fields.object()).location(),
          "");
    }
    return own;
  }

  /** Reports the fields of a state that the other language has. */
  void refuseOtherFields() {
    List<String> others = fields.isJsonata() ? JSONPATH_ONLY : JSONATA_ONLY;
    fields.refuse(others.toArray(String[]::new));
  }

  /** Reports a field that the other language has. */
  void refuse(String name, LocatedNode field) {
    QueryLanguage own = fields.queryLanguage();
    QueryLanguage other =
        own == QueryLanguage.JSONATA ? QueryLanguage.JSONPATH : QueryLanguage.JSONATA;
    fields.report(
        Rule.OTHER_LANGUAGE_FIELD,
        "The QueryLanguage is set to '"
            + own.aslName()
            + "', but field '"
            + name
            + "' is only supported for the '"
            + other.aslName()
            + "' QueryLanguage",
        field.location(),
        "");
  }

  private Optional<QueryLanguage> read() {
    return fields
        .word(FIELD, QueryLanguage.JSONPATH.aslName(), QueryLanguage.JSONATA.aslName())
        .map(
            word ->
                word.equals(QueryLanguage.JSONPATH.aslName())
                    ? QueryLanguage.JSONPATH
                    : QueryLanguage.JSONATA);
  }
}
