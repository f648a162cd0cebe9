package io.stepunit.internal.load.template;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.Optional;
import java.util.Set;

/**
 * A machine as its file declares it.
 *
 * @param definition its definition, with pointers from the definition's own root
 * @param name the name it is to have, if the file says one that is known
 * @param type its type, if the file says one
 * @param deployed the placeholders that stand for what deployment makes, such as {@code
 *     ${ChargeFunction.Arn}}: they are open here only
 * @param resources what the template deploys beside the machine
 */
public record RawMachine(
    LocatedNode definition,
    Optional<String> name,
    Optional<WorkflowType> type,
    Set<String> deployed,
    TemplateResources resources) {
  public RawMachine {
    deployed = Set.copyOf(deployed);
  }
}
