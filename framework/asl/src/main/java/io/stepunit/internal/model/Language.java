package io.stepunit.internal.model;

import io.stepunit.asl.Rule;
import java.util.List;
import java.util.Optional;

/** The {@code QueryLanguage} field, and the fields that belong to one language only. */
final class Language {
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

  private Language() {}

  /** The machine's language. */
  static QueryLanguage ofMachine(Fields fields) {
    return read(fields).orElse(QueryLanguage.JSONPATH);
  }

  /** A state's language: its own, or the machine's. */
  static QueryLanguage ofState(Fields fields) {
    QueryLanguage machine = fields.language();
    QueryLanguage own = read(fields).orElse(machine);
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
  static void refuseOtherFields(Fields fields) {
    List<String> others = fields.isJsonata() ? JSONPATH_ONLY : JSONATA_ONLY;
    fields.refuse(others.toArray(String[]::new));
  }

  static void refuseField(Fields fields, String name, LocatedNode field) {
    QueryLanguage own = fields.language();
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

  private static Optional<QueryLanguage> read(Fields fields) {
    return fields
        .word(FIELD, QueryLanguage.JSONPATH.aslName(), QueryLanguage.JSONATA.aslName())
        .map(
            word ->
                word.equals(QueryLanguage.JSONPATH.aslName())
                    ? QueryLanguage.JSONPATH
                    : QueryLanguage.JSONATA);
  }
}
