package io.stepunit.model;

/** The {@code QueryLanguage} field, and the fields that belong to one language only. */
final class Language {
  private static final String FIELD = "QueryLanguage";

  private Language() {}

  /** The machine's language. */
  static void checkMachine(Fields fields) {
    check(fields);
  }

  /** A state's language, and its fields that only JSONata has. */
  static void checkState(Fields fields) {
    check(fields);
    fields.refuseJsonata("Arguments", "Output", "Items");
  }

  static void refuseField(Fields fields, String name, LocatedNode field) {
    fields.schemaError(
        "The QueryLanguage is set to 'JSONPath', but field '"
            + name
            + "' is only supported for the 'JSONata' QueryLanguage",
        field.location(),
        "");
  }

  private static void check(Fields fields) {
    fields
        .word(FIELD, "JSONPath", "JSONata")
        .filter("JSONata"::equals)
        .ifPresent(
            language -> {
              LocatedNode field = fields.optional(FIELD).orElse(fields.object());
              throw new UnsupportedFeatureException("JSONata", field.location());
            });
  }
}
