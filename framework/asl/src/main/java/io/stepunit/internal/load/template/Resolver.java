package io.stepunit.internal.load.template;

import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.NodePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes a plain definition of one that is written with CloudFormation's functions: a tree with its
 * own root, in which lines are still those of the template.
 */
final class Resolver {
  private final Document document;
  private final Functions functions;
  private final UnaryOperator<String> placeholders;

  /**
   * @param placeholders replaces those in a text that have a value
   */
  Resolver(Document document, Functions functions, UnaryOperator<String> placeholders) {
    this.document = document;
    this.functions = functions;
    this.placeholders = placeholders;
  }

  LocatedNode definition(LocatedNode node) {
    NodePosition root =
        NodePosition.root(document.file(), node.position().line(), node.position().column());
    return resolve(node, root).orElseGet(() -> LocatedNode.scalar(Json.NODES.nullNode(), root));
  }

  /** The node without functions; empty for {@code AWS::NoValue}, which takes its field away. */
  private Optional<LocatedNode> resolve(LocatedNode node, NodePosition at) {
    if (functions.isNoValue(node)) {
      return Optional.empty();
    }
    Optional<TemplateFunction> function = TemplateFunction.in(node);
    if (function.isPresent()) {
      return result(function.get(), node, at);
    }
    if (node.value().isObject()) {
      return Optional.of(LocatedNode.object(at, fields(node, at)));
    }
    if (node.value().isArray()) {
      return Optional.of(LocatedNode.array(at, items(node, at)));
    }
    return Optional.of(
        node.value().isTextual()
            ? text(node.value().asText(), at)
            : LocatedNode.scalar(node.value(), at));
  }

  private Optional<LocatedNode> result(
      TemplateFunction function, LocatedNode node, NodePosition at) {
    if (function.name().equals("Fn::If")) {
      return resolve(functions.branch(function, node), at);
    }
    if (function.name().equals("Fn::ToJsonString")) {
      return resolve(function.argument(), at).map(json -> text(Json.text(json.value()), at));
    }
    if (functions.isList(function)) {
      List<LocatedNode> items = new ArrayList<>();
      for (PlacedText item : functions.list(node)) {
        items.add(text(item.text(), child(at, Integer.toString(items.size()), node)));
      }
      return Optional.of(LocatedNode.array(at, Collections.unmodifiableList(items)));
    }
    return Optional.of(text(functions.text(node).text(), at));
  }

  private LocatedNode text(String text, NodePosition at) {
    return LocatedNode.scalar(Json.NODES.textNode(placeholders.apply(text)), at);
  }

  private Map<String, LocatedNode> fields(LocatedNode node, NodePosition at) {
    Map<String, LocatedNode> fields = new LinkedHashMap<>();
    node.fields()
        .forEach(
            (written, field) -> {
              String name = placeholders.apply(written);
              resolve(field, child(at, name, field)).ifPresent(value -> fields.put(name, value));
            });
    return Collections.unmodifiableMap(fields);
  }

  private List<LocatedNode> items(LocatedNode node, NodePosition at) {
    List<LocatedNode> items = new ArrayList<>();
    for (LocatedNode item : node.items()) {
      resolve(item, child(at, Integer.toString(items.size()), item)).ifPresent(items::add);
    }
    return Collections.unmodifiableList(items);
  }

  private static NodePosition child(NodePosition parent, String token, LocatedNode node) {
    return parent.child(token, node.position().line(), node.position().column());
  }
}
