package io.stepunit.internal.load.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known values of names in one CloudFormation template. */
final class StackScope {
  private final Map<String, LocatedNode> template;
  private final GivenValues given;
  private final Map<String, String> passed;
  private final Map<String, String> types;

  /**
   * The scope of a template by itself.
   *
   * @param template the template's root; an object without sections for a lone definition
   * @param given what the test says
   */
  StackScope(LocatedNode template, GivenValues given) {
    this(template.fields(), given, Map.of(), types(template.fields()));
  }

  private StackScope(
      Map<String, LocatedNode> template,
      GivenValues given,
      Map<String, String> passed,
      Map<String, String> types) {
    this.template = template;
    this.given = given;
    this.passed = passed;
    this.types = types;
  }

  /**
   * The scope of a nested stack, which may refer to what is passed to it.
   *
   * @param nested the nested template's root
   * @param parameters the parameters that this stack passes to it
   */
  StackScope nested(LocatedNode nested, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(types);
    all.putAll(types(nested.fields()));
    return new StackScope(nested.fields(), given, parameters, all);
  }

  GivenValues given() {
    return given;
  }

  /** What {@code Ref} gives. */
  Optional<String> reference(String name) {
    return given
        .ofPseudoParameter(name)
        .or(() -> Optional.ofNullable(passed.get(name)))
        .or(() -> defaultOf(name).map(JsonNode::asText));
  }

  /** Whether a parameter's value is a list, written with commas. */
  boolean isList(String parameter) {
    String type = parameter(parameter).map(node -> text(node, "Type")).orElse("");
    return type.equals("CommaDelimitedList") || type.startsWith("List<");
  }

  /** A parameter of SSM has the name of the value as its default, not the value. */
  private Optional<JsonNode> defaultOf(String name) {
    return parameter(name)
        .filter(node -> !text(node, "Type").startsWith("AWS::SSM::"))
        .flatMap(node -> Optional.ofNullable(node.fields().get("Default")))
        .map(LocatedNode::value)
        .filter(JsonNode::isValueNode);
  }

  private Optional<LocatedNode> parameter(String name) {
    return section("Parameters", name);
  }

  /** A condition of the template. */
  Optional<LocatedNode> condition(String name) {
    return section("Conditions", name);
  }

  /** A value of a mapping: its name and two keys. */
  Optional<LocatedNode> mapping(List<String> keys) {
    Optional<LocatedNode> found = section("Mappings", keys.get(0));
    for (String key : keys.subList(1, keys.size())) {
      found = found.flatMap(node -> Optional.ofNullable(node.fields().get(key)));
    }
    return found;
  }

  private Optional<LocatedNode> section(String section, String name) {
    return Optional.ofNullable(template.get(section))
        .flatMap(node -> Optional.ofNullable(node.fields().get(name)));
  }

  /** The types of the resources of the template and of the stacks around it, by logical id. */
  Map<String, String> resourceTypes() {
    return types;
  }

  /** The types of resources, by logical id. */
  private static Map<String, String> types(Map<String, LocatedNode> template) {
    Map<String, String> types = new HashMap<>();
    Optional.ofNullable(template.get("Resources"))
        .ifPresent(
            resources ->
                resources.fields().forEach((id, node) -> types.put(id, text(node, "Type"))));
    return types;
  }

  private static String text(LocatedNode node, String field) {
    LocatedNode found = node.fields().get(field);
    return found == null ? "" : found.value().asText();
  }
}
