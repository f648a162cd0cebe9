package io.stepunit.internal.load;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.Rule;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.load.template.ParseNotes;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.NodePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns the graph of a YAML document into a tree. Aliases are unfolded, so they are guarded against
 * cycles and against unfolding without end.
 */
final class YamlTree {
  private final Diagnostics diagnostics;
  private final YamlPlaces places;
  private final ParseNotes notes;
  private final Set<Node> ancestors = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  YamlTree(Diagnostics diagnostics, YamlPlaces places, ParseNotes notes) {
    this.diagnostics = diagnostics;
    this.places = places;
    this.notes = notes;
  }

  LocatedNode read(Node node, NodePosition place) {
    enter(node, place);
    LocatedNode read =
        CloudFormationTags.isFunction(node.getTag().getValue())
            ? function(node, place)
            : value(node, place);
    ancestors.remove(node);
    return read;
  }

  private LocatedNode value(Node node, NodePosition place) {
    if (node instanceof MappingNode mapping) {
      expectTag(node, Tag.MAP, place);
      return LocatedNode.object(place, Collections.unmodifiableMap(fields(mapping, place)));
    }
    if (node instanceof SequenceNode sequence) {
      expectTag(node, Tag.SEQ, place);
      return LocatedNode.array(place, items(sequence, place));
    }
    return scalar((ScalarNode) node, place);
  }

  /** {@code !Ref Stage} is short for {@code {"Ref": "Stage"}}. */
  private LocatedNode function(Node node, NodePosition place) {
    notes.functionSeen();
    String name = CloudFormationTags.nameOf(node.getTag().getValue());
    NodePosition argument = child(place, name, node);
    LocatedNode value;
    if (node instanceof MappingNode mapping) {
      value = LocatedNode.object(argument, Collections.unmodifiableMap(fields(mapping, argument)));
    } else if (node instanceof SequenceNode sequence) {
      value = LocatedNode.array(argument, items(sequence, argument));
    } else {
      value = text((ScalarNode) node, argument);
    }
    return LocatedNode.object(place, Map.of(name, value));
  }

  private LocatedNode text(ScalarNode node, NodePosition place) {
    Mark start = node.getStartMark();
    notes.textBegins(place, start.getLine() + 1, start.getColumn() + 1, styleOf(node));
    return LocatedNode.scalar(Json.NODES.textNode(node.getValue()), place);
  }

  private static ParseNotes.Style styleOf(ScalarNode node) {
    return switch (node.getScalarStyle()) {
      case DOUBLE_QUOTED -> ParseNotes.Style.DOUBLE_QUOTED;
      case SINGLE_QUOTED -> ParseNotes.Style.SINGLE_QUOTED;
      case LITERAL, FOLDED -> ParseNotes.Style.BLOCK;
      default -> ParseNotes.Style.PLAIN;
    };
  }

  private void enter(Node node, NodePosition place) {
    if (!ancestors.add(node)) {
      throw refusal("An alias refers to itself", place, "a definition must be a tree");
    }
    if (ancestors.size() > ParserLimits.NESTING) {
      throw refusal(
          "The definition is nested too deeply", place, "at most " + ParserLimits.NESTING);
    }
    Interrupts.check();
    nodes++;
    if (nodes > ParserLimits.NODES) {
      throw refusal(
          "The aliases expand to more than " + ParserLimits.NODES + " nodes",
          place,
          "use fewer aliases");
    }
  }

  private Map<String, LocatedNode> fields(MappingNode mapping, NodePosition place) {
    Map<String, LocatedNode> fields = new LinkedHashMap<>();
    Map<String, LocatedNode> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(tuple.getValueNode(), place, merged);
      } else {
        field(tuple, place, fields);
      }
    }
    merged.forEach(fields::putIfAbsent);
    return fields;
  }

  private void field(NodeTuple tuple, NodePosition place, Map<String, LocatedNode> fields) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      throw refusal("A key must be a string", place, "found a mapping or a sequence as key");
    }
    String name = key.getValue();
    LocatedNode field = read(tuple.getValueNode(), child(place, name, key));
    LocatedNode first = fields.putIfAbsent(name, field);
    if (first != null) {
      DuplicateKeys.report(diagnostics, name, first, field);
    }
  }

  /** The value of a key {@code <<}: what it names is part of the mapping, unless written there. */
  private void merge(Node value, NodePosition place, Map<String, LocatedNode> merged) {
    if (value instanceof MappingNode mapping) {
      enter(mapping, place);
      fields(mapping, place).forEach(merged::putIfAbsent);
      ancestors.remove(mapping);
    } else if (value instanceof SequenceNode sequence) {
      enter(sequence, place);
      sequence.getValue().forEach(item -> merge(item, place, merged));
      ancestors.remove(sequence);
    } else {
      throw refusal("The value of << must be a mapping or a list of mappings", place, "");
    }
  }

  private List<LocatedNode> items(SequenceNode sequence, NodePosition place) {
    List<LocatedNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(read(item, child(place, Integer.toString(items.size()), item)));
    }
    return Collections.unmodifiableList(items);
  }

  private LocatedNode scalar(ScalarNode node, NodePosition place) {
    if (!YamlScalars.isKnown(node.getTag())) {
      throw unknownTag(node, place);
    }
    if (node.getTag().equals(Tag.STR)) {
      return text(node, place);
    }
    return YamlScalars.value(node)
        .map(value -> LocatedNode.scalar(value, place))
        .orElseThrow(
            () ->
                refusal(
                    "JSON has no value for '" + node.getValue() + "'",
                    place,
                    "quote it to make it a string"));
  }

  private void expectTag(Node node, Tag tag, NodePosition place) {
    if (!node.getTag().equals(tag)) {
      throw unknownTag(node, place);
    }
  }

  private RuntimeException unknownTag(Node node, NodePosition place) {
    String tag = node.getTag().getValue();
    return refusal("The YAML tag '" + tag + "' is not supported", place, "remove the tag");
  }

  private InvalidDefinitionException refusal(String problem, NodePosition place, String hint) {
    diagnostics.report(Rule.NOT_YAML, problem, place.location(), hint);
    return diagnostics.asException();
  }

  private NodePosition child(NodePosition parent, String token, Node at) {
    return parent.child(token, places.line(at.getStartMark()), places.column(at.getStartMark()));
  }
}
