package io.stepunit.internal.load.template;

import io.stepunit.internal.model.read.LocatedNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of one of CloudFormation's functions: an object of one field, {@code {"Ref": "Stage"}}.
 *
 * @param name {@code Ref} or {@code Fn::…}
 * @param argument what it is given
 */
record TemplateFunction(String name, LocatedNode argument) {
  static Optional<TemplateFunction> in(LocatedNode node) {
    if (node.fields().size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, LocatedNode> only = node.fields().entrySet().iterator().next();
    String name = only.getKey();
    boolean isFunction =
        name.startsWith("Fn::") || name.equals("Ref") && only.getValue().value().isTextual();
    return isFunction ? Optional.of(new TemplateFunction(name, only.getValue())) : Optional.empty();
  }

  /** The arguments of a function that takes a list; a single one counts as a list of one. */
  List<LocatedNode> arguments() {
    return argument.value().isArray() ? argument.items() : List.of(argument);
  }
}
