package io.stepunit.internal.model.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Rule;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.FailState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateInfo;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.SucceedState;
import io.stepunit.internal.text.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what all states have, and hands the rest to the state's own type. */
final class StateReader {
  private StateReader() {}

  /** The state, without its fields if its type is not known. */
  static ReadState read(String name, LocatedNode node, Fields scope) {
    Interrupts.check();
    Fields untyped = scope.ofState(node, "a state");
    Optional<StateType> type = untyped.required("Type").flatMap(field -> type(untyped, field));
    if (type.isEmpty()) {
      untyped.reportMissing();
      return new ReadState(name, node, scope.queryLanguage(), Optional.empty());
    }
    Fields given = scope.ofState(node, "a " + type.get().aslName() + " state");
    given.optional("Type");
    QueryLanguage language = new LanguageField(given).ofState();
    Fields fields = given.in(language);
    new LanguageField(fields).refuseOtherFields();
    StateInfo info = new StateInfo(name, node.location(), fields.text("Comment"), language);
    State state = read(type.get(), info, fields);
    fields.done();
    return new ReadState(name, node, language, Optional.of(state));
  }

  private static State read(StateType type, StateInfo info, Fields fields) {
    return switch (type) {
      case TASK -> new TaskReader(fields).read(info);
      case PASS -> pass(info, fields);
      case WAIT -> new WaitReader(fields).read(info);
      case CHOICE -> new ChoiceReader(fields).read(info);
      case PARALLEL -> parallel(info, fields);
      case MAP -> new MapReader(fields).read(info);
      case SUCCEED -> new SucceedState(info, fields.ofLanguage().ofSucceed());
      case FAIL -> fail(info, fields);
    };
  }

  private static State pass(StateInfo info, Fields fields) {
    return new PassState(
        info, fields.ofLanguage().ofPass(), result(fields), new TransitionReader(fields).next());
  }

  /** As measured on AWS, null counts as no Result, and numbers with a fraction are doubles. */
  private static Optional<JsonNode> result(Fields fields) {
    return fields
        .optional("Result")
        .map(LocatedNode::value)
        .filter(value -> !value.isNull())
        .map(Json::withDoubles);
  }

  private static State parallel(StateInfo info, Fields fields) {
    return new ParallelState(
        info,
        fields.ofLanguage().ofWorkingState(),
        fields.requiredItems("Branches").stream()
            .map(
                branch -> GraphReader.readNested(fields.of(branch, "a branch of a Parallel state")))
            .toList(),
        new TransitionReader(fields).errorHandlers(),
        new TransitionReader(fields).next());
  }

  private static State fail(StateInfo info, Fields fields) {
    SettingFields settings = new SettingFields(fields);
    return new FailState(info, settings.text("Error"), settings.text("Cause"));
  }

  private static Optional<StateType> type(Fields fields, LocatedNode field) {
    String word = fields.textOf(field);
    Optional<StateType> type =
        Arrays.stream(StateType.values()).filter(t -> t.aslName().equals(word)).findFirst();
    if (type.isEmpty() && field.value().isTextual()) {
      List<String> names = Arrays.stream(StateType.values()).map(StateType::aslName).toList();
      String nearest = Suggestion.of(word, names).asClause();
      fields.report(
          Rule.UNKNOWN_STATE_TYPE,
          "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail,"
              + " Choice, Parallel, Map]",
          field.location(),
          FoundValue.of(field) + nearest);
    }
    return type;
  }
}
