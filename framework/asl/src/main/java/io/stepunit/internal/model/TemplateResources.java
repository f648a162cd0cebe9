package io.stepunit.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the template that a definition comes from deploys beside the machine: a Task whose {@code
 * Resource} refers to one of these calls what it is.
 *
 * @param types the resources' types, such as {@code AWS::StepFunctions::Activity}, by logical id
 * @param functions the Lambda functions among them, with what the template says of their code
 */
public record TemplateResources(Map<String, String> types, List<DeployedFunction> functions) {
  /** Of a definition that does not come from a template. */
  public static final TemplateResources NONE = new TemplateResources(Map.of(), List.of());

  public TemplateResources {
    types = Map.copyOf(types);
    functions = List.copyOf(functions);
  }

  /** What a Task can refer to. */
  enum Kind {
    ACTIVITY,
    FUNCTION,
    STATE_MACHINE
  }

  /** What a resource of the template is; empty if a Task cannot call it. */
  Optional<Kind> kind(String logicalId) {
    return switch (types.getOrDefault(logicalId, "")) {
      case "AWS::StepFunctions::Activity" -> Optional.of(Kind.ACTIVITY);
      case "AWS::Lambda::Function", "AWS::Serverless::Function" -> Optional.of(Kind.FUNCTION);
      case "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine" ->
          Optional.of(Kind.STATE_MACHINE);
      default -> Optional.empty();
    };
  }
}
