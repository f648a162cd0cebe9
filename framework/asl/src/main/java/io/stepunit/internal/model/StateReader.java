package io.stepunit.internal.model;

import io.stepunit.asl.Rule;
import io.stepunit.internal.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what all states have, and hands the rest to the state's own type. */
final class StateReader {
  private StateReader() {}

  /** The state, or nothing if its type is not known. */
  static Optional<State> read(String name, LocatedNode node, Fields scope) {
    Fields untyped = scope.ofState(node, "a state");
    Optional<StateType> type = untyped.required("Type").flatMap(field -> type(untyped, field));
    if (type.isEmpty()) {
      untyped.reportMissing();
      return Optional.empty();
    }
    Fields given = scope.ofState(node, "a " + type.get().aslName() + " state");
    given.optional("Type");
    Fields fields = given.in(Language.ofState(given));
    Language.refuseOtherFields(fields);
    StateInfo info =
        new StateInfo(name, node.location(), fields.text("Comment"), fields.language());
    State state = read(type.get(), info, fields);
    fields.done();
    return Optional.of(state);
  }

  private static State read(StateType type, StateInfo info, Fields fields) {
    return switch (type) {
      case TASK -> TaskState.read(info, fields);
      case PASS -> PassState.read(info, fields);
      case WAIT -> WaitState.read(info, fields);
      case CHOICE -> ChoiceState.read(info, fields);
      case PARALLEL -> ParallelState.read(info, fields);
      case MAP -> MapState.read(info, fields);
      case SUCCEED -> SucceedState.read(info, fields);
      case FAIL -> FailState.read(info, fields);
    };
  }

  private static Optional<StateType> type(Fields fields, LocatedNode field) {
    String word = fields.textOf(field);
    Optional<StateType> type =
        Arrays.stream(StateType.values()).filter(t -> t.aslName().equals(word)).findFirst();
    if (type.isEmpty() && field.value().isTextual()) {
      List<String> names = Arrays.stream(StateType.values()).map(StateType::aslName).toList();
      String nearest =
          NearestName.of(word, names).map(name -> "; did you mean '" + name + "'?").orElse("");
      fields.report(
          Rule.UNKNOWN_STATE_TYPE,
          "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail,"
              + " Choice, Parallel, Map]",
          field.location(),
          Fields.found(field.value()) + nearest);
    }
    return type;
  }
}
