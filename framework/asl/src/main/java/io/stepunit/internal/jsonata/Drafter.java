package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.jsonata.Draft.Kind;
import io.stepunit.internal.jsonata.Draft.Slot;
import io.stepunit.internal.jsonata.Draft.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes drafts of what is written. */
final class Drafter {
  private final BoundNames bound;
  private final KeptArrays kept = new KeptArrays();
  private int labels;

  private Drafter(BoundNames bound) {
    this.bound = bound;
  }

  /**
   * @param bound takes the names that the expression binds
   * @throws SyntaxProblem if the parts do not go together
   */
  static Draft of(Node expression, BoundNames bound) {
    Draft draft = new Drafter(bound).draft(expression);
    if (Ancestry.isOpen(draft)) {
      throw Ancestry.unresolved(draft.position);
    }
    return draft;
  }

  private Draft draft(Node node) {
    if (node instanceof Node.Filter filter && filter.predicate() == null) {
      kept.add(filter);
      return draft(filter.left());
    }
    boolean keepArray = kept.contains(node);
    Draft draft = drafted(node);
    if (keepArray) {
      draft.keepArray = true;
      if (node instanceof Node.Name) {
        draft.last().keepArray = true;
        draft.keepSingletonArray = true;
      }
    }
    return draft;
  }

  private Draft drafted(Node node) {
    int at = node.position();
    if (node instanceof Node.Name name) {
      return new Draft(Kind.PATH, at).with(new Draft(Kind.NAME, at, name.name()));
    } else if (node instanceof Node.Variable variable) {
      return new Draft(Kind.VARIABLE, at, variable.name());
    } else if (node instanceof Node.Text text) {
      return literal(Values.text(text.value()), at);
    } else if (node instanceof Node.Literal literal) {
      return literal(literal.value(), at);
    } else if (node instanceof Node.Regex regex) {
      return new Draft(Kind.REGEX, at, regex.source());
    } else if (node instanceof Node.Wildcard wildcard) {
      return wildcard(wildcard);
    } else if (node instanceof Node.Placeholder) {
      return new Draft(Kind.PLACEHOLDER, at);
    } else if (node instanceof Node.Path path) {
      return path(path);
    } else if (node instanceof Node.Filter filter) {
      return filter(filter);
    } else if (node instanceof Node.Group group) {
      return group(group);
    } else if (node instanceof Node.Sort sort) {
      return sort(sort);
    } else if (node instanceof Node.Focus focus) {
      return focus.index() ? index(focus) : focus(focus);
    }
    return computed(node, at);
  }

  private static Draft literal(JsonNode value, int at) {
    Draft draft = new Draft(Kind.LITERAL, at);
    draft.literal = value;
    return draft;
  }

  private Draft wildcard(Node.Wildcard wildcard) {
    int at = wildcard.position();
    return switch (wildcard.symbol()) {
      case "*" -> new Draft(Kind.WILDCARD, at);
      case "**" -> new Draft(Kind.DESCENDANTS, at);
      default -> {
        Draft parent = new Draft(Kind.PARENT, at);
        parent.slot = new Slot("!" + labels++);
        yield parent;
      }
    };
  }

  private Draft computed(Node node, int at) {
    if (node instanceof Node.Bind bind) {
      return whole(new Draft(Kind.BIND, at, bound.bind(bind.name())), List.of(bind.value()));
    } else if (node instanceof Node.Binary binary) {
      return binary(binary);
    } else if (node instanceof Node.Negation negation) {
      return negation(negation);
    } else if (node instanceof Node.Call call) {
      return call(call);
    } else if (node instanceof Node.Lambda lambda) {
      return lambda(lambda);
    } else if (node instanceof Node.Block block) {
      return block(block);
    } else if (node instanceof Node.Items items) {
      return whole(new Draft(Kind.ARRAY, at), items.items());
    } else if (node instanceof Node.Members members) {
      return members(members);
    } else if (node instanceof Node.Transform transform) {
      Draft draft = new Draft(Kind.TRANSFORM, at);
      transform.children().forEach(part -> draft.with(draft(part)));
      return draft;
    }
    return whole(new Draft(Kind.CONDITION, at), node.children());
  }

  /** The draft with its parts, which may ask for parents outside of it. */
  private Draft whole(Draft draft, List<Node> parts) {
    for (Node part : parts) {
      add(draft, part);
    }
    return draft;
  }

  private void add(Draft draft, Node part) {
    Draft drafted = draft(part);
    Ancestry.push(draft, drafted);
    draft.with(drafted);
  }

  private Draft path(Node.Path node) {
    Draft left = draft(node.left());
    Draft path = left.is(Kind.PATH) ? left : new Draft(Kind.PATH, left.position).with(left);
    if (left.slot != null) {
      path.seekingParent = new ArrayList<>(List.of(left.slot));
    }
    Draft rest = draft(node.step());
    if (rest.is(Kind.PATH)) {
      path.parts.addAll(rest.parts);
    } else {
      if (rest.predicates != null) {
        rest.stages = rest.predicates;
        rest.predicates = null;
      }
      path.with(rest);
    }
    for (Draft step : path.parts) {
      nameLiteral(step);
      path.keepSingletonArray |= step.keepArray;
    }
    markConstructed(path.parts.get(0));
    markConstructed(path.last());
    Ancestry.resolve(path);
    return path;
  }

  /** A string is the name of a field; another literal is no step. */
  private static void nameLiteral(Draft step) {
    if (!step.is(Kind.LITERAL)) {
      return;
    }
    if (!step.literal.isTextual()) {
      throw new SyntaxProblem(
          "The literal value %s cannot be used as a step within a path expression"
              .formatted(JsonText.shown(step.literal)),
          step.position);
    }
    step.kind = Kind.NAME;
    step.name = step.literal.textValue();
  }

  private static void markConstructed(Draft step) {
    if (step.is(Kind.ARRAY)) {
      step.constructed = true;
    }
  }

  private Draft filter(Node.Filter node) {
    Draft result = draft(node.left());
    Draft step = result.is(Kind.PATH) ? result.last() : result;
    if (step.group != null) {
      throw new SyntaxProblem(
          "A predicate cannot follow a grouping expression in a step", node.position());
    }
    if (node.predicate() == null) {
      return result;
    }
    Draft predicate = draft(node.predicate());
    if (predicate.seekingParent != null) {
      for (Slot slot : predicate.seekingParent) {
        if (slot.level == 1) {
          Ancestry.seek(step, slot);
        } else {
          slot.level--;
        }
      }
      Ancestry.push(step, predicate);
    }
    Stage stage = new Stage(predicate, null);
    if (result.is(Kind.PATH)) {
      step.stages = added(step.stages, stage);
    } else {
      step.predicates = added(step.predicates, stage);
    }
    return result;
  }

  private static List<Stage> added(@Nullable List<Stage> stages, Stage stage) {
    List<Stage> all = stages == null ? new ArrayList<>() : stages;
    all.add(stage);
    return all;
  }

  private Draft group(Node.Group node) {
    Draft result = draft(node.left());
    if (result.group != null) {
      throw new SyntaxProblem("Each step can only have one grouping expression", node.position());
    }
    result.group = new Draft.Group(pairs(node.pairs()), node.position());
    return result;
  }

  private List<Draft.Pair> pairs(List<Node.Pair> pairs) {
    List<Draft.Pair> drafts = new ArrayList<>();
    pairs.forEach(pair -> drafts.add(new Draft.Pair(draft(pair.key()), draft(pair.value()))));
    return drafts;
  }

  private Draft members(Node.Members node) {
    Draft object = new Draft(Kind.OBJECT, node.position());
    object.pairs = pairs(node.pairs());
    for (Draft.Pair pair : object.pairs) {
      Ancestry.push(object, pair.key());
      Ancestry.push(object, pair.value());
    }
    return object;
  }

  private Draft sort(Node.Sort node) {
    Draft left = draft(node.left());
    Draft path = left.is(Kind.PATH) ? left : new Draft(Kind.PATH, left.position).with(left);
    Draft sort = new Draft(Kind.SORT, node.position());
    sort.descending = node.terms().stream().map(Node.Term::descending).toList();
    path.with(whole(sort, node.terms().stream().map(Node.Term::expression).toList()));
    Ancestry.resolve(path);
    return path;
  }

  private Draft focus(Node.Focus node) {
    Draft result = draft(node.left());
    Draft step = result.is(Kind.PATH) ? result.last() : result;
    if (step.stages != null || step.predicates != null) {
      throw new SyntaxProblem(
          "A context variable binding must precede any predicates on a step", node.position());
    }
    if (step.is(Kind.SORT)) {
      throw new SyntaxProblem(
          "A context variable binding must precede the 'order-by' clause on a step",
          node.position());
    }
    if (kept.contains(node)) {
      step.keepArray = true;
    }
    step.focus = bound.bind(node.name());
    step.tuple = true;
    return result;
  }

  private Draft index(Node.Focus node) {
    Draft result = draft(node.left());
    Draft step = result;
    if (result.is(Kind.PATH)) {
      step = result.last();
    } else {
      result = new Draft(Kind.PATH, step.position).with(step);
      if (step.predicates != null) {
        step.stages = step.predicates;
        step.predicates = null;
      }
    }
    String name = bound.bind(node.name());
    if (step.stages == null) {
      step.index = name;
    } else {
      step.stages.add(new Stage(null, name));
    }
    step.tuple = true;
    return result;
  }

  private Draft binary(Node.Binary node) {
    boolean apply = node.operator().equals("~>");
    Draft draft = new Draft(apply ? Kind.APPLY : Kind.BINARY, node.position(), node.operator());
    if (!apply) {
      add(draft, node.left());
      add(draft, node.right());
      return draft;
    }
    draft.with(draft(node.left())).with(draft(node.right()));
    draft.keepArray = draft.parts.get(0).keepArray || draft.parts.get(1).keepArray;
    return draft;
  }

  private Draft negation(Node.Negation node) {
    Draft draft = whole(new Draft(Kind.NEGATION, node.position()), List.of(node.operand()));
    Draft operand = draft.parts.get(0);
    if (operand.is(Kind.LITERAL) && operand.literal.isNumber()) {
      operand.literal = Values.number(-operand.literal.doubleValue());
      return operand;
    }
    return draft;
  }

  /** The procedure is the first part; it does not ask for parents. */
  private Draft call(Node.Call node) {
    Draft draft = new Draft(Kind.CALL, node.position());
    List<Draft> arguments = whole(draft, node.arguments()).parts;
    draft.parts = List.of();
    draft.with(draft(node.procedure()));
    for (Draft argument : arguments) {
      draft.with(argument);
      draft.kind = argument.is(Kind.PLACEHOLDER) ? Kind.PARTIAL : draft.kind;
    }
    return draft;
  }

  private Draft lambda(Node.Lambda node) {
    Draft draft = new Draft(Kind.LAMBDA, node.position());
    draft.parameters = node.parameters().stream().map(bound::bind).toList();
    draft.signature = node.signature();
    return draft.with(TailCalls.marked(draft(node.body())));
  }

  private Draft block(Node.Block node) {
    Draft block = whole(new Draft(Kind.BLOCK, node.position()), node.expressions());
    for (Draft part : block.parts) {
      block.constructed |= part.constructed || part.is(Kind.PATH) && part.parts.get(0).constructed;
    }
    return block;
  }
}
