package io.stepunit.internal.load.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the names in one CloudFormation template stand for, as far as that is known. */
final class StackScope {
  private final Map<String, LocatedNode> template;
  private final GivenValues given;
  private final Map<String, String> passed;

  /**
   * @param template the template's root; an object without sections for a lone definition
   * @param given what the test says
   * @param passed the parameters that the stack around a nested one passes
   */
  StackScope(LocatedNode template, GivenValues given, Map<String, String> passed) {
    this.template = template.fields();
    this.given = given;
    this.passed = passed;
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

  private static String text(LocatedNode node, String field) {
    LocatedNode found = node.fields().get(field);
    return found == null ? "" : found.value().asText();
  }
}
