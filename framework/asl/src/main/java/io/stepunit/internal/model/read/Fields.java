package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.text.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the fields of one object of a definition. What is asked for becomes a known field; {@link
 * #done()} reports the fields that nobody asked for. A problem is noted and context goes on with a
 * harmless value, so that one run finds all problems; the result is used only if there was none.
 */
final class Fields {
  private final LocatedNode node;
  private final String owner;
  private final StateScope scope;
  private final ReadContext context;
  private final QueryLanguage language;
  private final NodePosition state;
  private final Set<String> known;
  private final List<String> missing;

  /**
   * @param node the object
   * @param owner what the object is, as in "a Task state", for messages
   * @param scope the scope that transitions in the object belong to
   */
  Fields(LocatedNode node, String owner, StateScope scope, ReadContext context) {
    this(node, owner, scope, context, QueryLanguage.JSONPATH, node.position());
    if (!node.value().isObject()) {
      wrongType(node, "OBJECT");
    }
  }

  private Fields(
      LocatedNode node,
      String owner,
      StateScope scope,
      ReadContext context,
      QueryLanguage language,
      NodePosition state) {
    this.node = node;
    this.owner = owner;
    this.scope = scope;
    this.context = context;
    this.language = language;
    this.state = state;
    this.known = new LinkedHashSet<>();
    this.missing = new ArrayList<>();
  }

  /** The same fields, read so far, with another scope of states or another language. */
  private Fields(Fields same, StateScope scope, QueryLanguage language) {
    this.node = same.node;
    this.owner = same.owner;
    this.scope = scope;
    this.context = same.context;
    this.language = language;
    this.state = same.state;
    this.known = same.known;
    this.missing = same.missing;
  }

  LocatedNode object() {
    return node;
  }

  SourceLocation location() {
    return node.location();
  }

  ReadContext context() {
    return context;
  }

  Diagnostics problems() {
    return context.diagnostics();
  }

  /** The fields of another object in the same scope of states. */
  Fields of(LocatedNode other, String otherOwner) {
    return checked(new Fields(other, otherOwner, scope, context, language, state));
  }

  /** The fields of a state in this scope of states. */
  Fields ofState(LocatedNode other, String otherOwner) {
    return checked(new Fields(other, otherOwner, scope, context, language, other.position()));
  }

  private static Fields checked(Fields fields) {
    if (!fields.node.value().isObject()) {
      fields.wrongType(fields.node, "OBJECT");
    }
    return fields;
  }

  /** The same fields, with transitions that belong to another scope. */
  Fields in(StateScope other) {
    return new Fields(this, other, language);
  }

  /** The same fields, read in a query language. */
  Fields in(QueryLanguage other) {
    return new Fields(this, scope, other);
  }

  QueryLanguage queryLanguage() {
    return language;
  }

  /** The fields that the query language has in its own way. */
  LanguageFields ofLanguage() {
    return isJsonata() ? new JsonataFields(this) : new JsonPathFields(this);
  }

  /** The scope of states that transitions in the object belong to. */
  StateScope scope() {
    return scope;
  }

  boolean isJsonata() {
    return language == QueryLanguage.JSONATA;
  }

  /** Notes that a field of the state reads these workflow variables. */
  void readsVariables(Set<String> names, LocatedNode field) {
    context.readsVariables(state.token(), names, field.location());
    names.forEach(name -> scope.reads(name, field));
  }

  /** A field's path within its state, as AWS's messages show it: {@code Choices[0]/Condition}. */
  String nameInState(LocatedNode field) {
    return field.position().pathBelow(state);
  }

  boolean has(String name) {
    return optional(name).isPresent();
  }

  boolean hasAny(String... names) {
    return Arrays.stream(names).anyMatch(node.fields()::containsKey);
  }

  Optional<LocatedNode> optional(String name) {
    known.add(name);
    return Optional.ofNullable(node.fields().get(name));
  }

  Optional<LocatedNode> required(String name) {
    Optional<LocatedNode> field = optional(name);
    if (field.isEmpty()) {
      missing.add(name);
    }
    return field;
  }

  Optional<String> text(String name) {
    return optional(name).map(this::textOf);
  }

  /** The text of a required field, empty if it is missing. */
  String requiredText(String name) {
    return required(name).map(this::textOf).orElse("");
  }

  /** A required field that names the state to go on with. */
  String requiredTarget(String name) {
    return required(name).map(this::targetOf).orElse("");
  }

  Optional<String> target(String name) {
    return optional(name).map(this::targetOf);
  }

  private String targetOf(LocatedNode field) {
    String state = textOf(field);
    if (field.value().isTextual()) {
      scope.leadsTo(state, field);
    }
    return state;
  }

  /** A whole number from {@code min} to {@code max}. */
  Optional<Long> integer(String name, long min, long max) {
    return optional(name).map(field -> new NumberField(this, field).integer(min, max));
  }

  /** A number from {@code min} to {@code max}. */
  Optional<Double> decimal(String name, double min, double max) {
    return optional(name).map(field -> new NumberField(this, field).decimal(min, max));
  }

  boolean flag(String name) {
    Optional<LocatedNode> field = optional(name);
    field.filter(f -> !f.value().isBoolean()).ifPresent(f -> wrongType(f, "BOOLEAN"));
    return field.map(f -> f.value().asBoolean()).orElse(false);
  }

  /** One of the words of an enumeration, compared with upper and lower case. */
  Optional<String> word(String name, String... words) {
    Optional<LocatedNode> field = optional(name);
    field.ifPresent(f -> checkWord(f, Arrays.asList(words)));
    return field.map(f -> f.value().asText());
  }

  /** A field that holds the name of a constant; what is none is reported, and empty here. */
  <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
    E[] constants = words.getEnumConstants();
    return word(name, Arrays.stream(constants).map(Enum::name).toArray(String[]::new))
        .flatMap(
            text -> Arrays.stream(constants).filter(one -> one.name().equals(text)).findFirst());
  }

  private void checkWord(LocatedNode field, List<String> words) {
    if (!words.contains(textOf(field)) && field.value().isTextual()) {
      report(
          Rule.UNKNOWN_WORD,
          "Value should be one of the following: [" + String.join(", ", words) + "]",
          field.location(),
          FoundValue.of(field));
    }
  }

  /** The items of an array that must not be empty; empty only if that was reported. */
  List<LocatedNode> requiredItems(String name) {
    return required(name).map(this::itemsOf).orElse(List.of());
  }

  List<LocatedNode> optionalItems(String name) {
    Optional<LocatedNode> field = optional(name);
    field.filter(f -> !f.value().isArray()).ifPresent(f -> wrongType(f, "ARRAY"));
    return field.map(LocatedNode::items).orElse(List.of());
  }

  private List<LocatedNode> itemsOf(LocatedNode field) {
    if (!field.value().isArray()) {
      wrongType(field, "ARRAY");
    } else if (field.items().isEmpty()) {
      report(Rule.EMPTY_VALUE, "Value cannot be empty", field.location(), "");
    }
    return field.items();
  }

  List<String> requiredTexts(String name) {
    return requiredItems(name).stream().map(this::textOf).toList();
  }

  /** Reports it if more than one of the fields is there, and returns whether any is. */
  boolean atMostOneOf(String... names) {
    List<String> present = Arrays.stream(names).filter(this::has).toList();
    if (present.size() > 1) {
      report(
          Rule.EXCLUSIVE_FIELDS,
          "There should only be one of the following fields: [" + String.join(", ", present) + "]",
          node.fields().getOrDefault(present.get(1), node).location(),
          "");
    }
    return !present.isEmpty();
  }

  void exactlyOneOf(String... names) {
    if (!atMostOneOf(names)) {
      report(
          Rule.NO_FIELD_OF_SEVERAL,
          "One of these fields is required: [" + String.join(", ", names) + "]",
          location(),
          "");
    }
  }

  /** Reports missing fields and those that nobody asked for. */
  void done() {
    reportMissing();
    node.fields().forEach(this::reportIfUnknown);
  }

  /** Reports missing fields; the reader of the rest of the object reports unknown ones. */
  void reportMissing() {
    if (!missing.isEmpty() && node.value().isObject()) {
      report(
          Rule.REQUIRED_FIELD,
          "These fields are required: [" + String.join(", ", missing) + "]",
          location(),
          missingHint());
    }
  }

  /** Reports fields that only the other query language has; they are no names to suggest. */
  void refuse(String... names) {
    for (String name : names) {
      if (node.fields().containsKey(name)) {
        optional(name).ifPresent(field -> new LanguageField(this).refuse(name, field));
      }
    }
  }

  private String missingHint() {
    if (missing.contains("Next") && known.contains("End")) {
      return owner + " has a Next, or \"End\": true";
    }
    Set<String> unknown =
        node.fields().keySet().stream()
            .filter(name -> !known.contains(name))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return missing.stream()
        .flatMap(name -> Suggestion.of(name, unknown).name().stream())
        .map(name -> "there is a field '" + name + "'")
        .findFirst()
        .orElse("needed by " + owner);
  }

  private void reportIfUnknown(String name, LocatedNode field) {
    if (!known.contains(name)) {
      String nearest = context.didYouMean(name, known);
      report(
          Rule.UNKNOWN_FIELD,
          "Field '" + name + "' is not supported",
          field.location(),
          "unknown field of " + owner + (nearest.isEmpty() ? "" : "; " + nearest));
    }
  }

  String textOf(LocatedNode field) {
    if (!field.value().isTextual()) {
      wrongType(field, "STRING");
    }
    return field.value().asText();
  }

  void wrongType(LocatedNode field, String expected) {
    boolean plain = field.value().isNumber() || field.value().isBoolean();
    report(
        Rule.WRONG_TYPE,
        "Expected value of type [" + expected + "]",
        field.location(),
        FoundValue.of(field)
            + (plain && expected.equals("STRING") ? "; quote it to make it a string" : ""));
  }

  void report(Rule rule, String message, SourceLocation location, String hint) {
    problems().report(rule, message, location, hint);
  }
}
