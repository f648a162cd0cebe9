package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.jsonata.Draft.Kind;
import io.stepunit.internal.jsonata.Draft.Slot;
import java.util.ArrayList;
import java.util.List;

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
      return DraftedPath.of(field(name));
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
      return focus(focus);
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
    Draft path = DraftedPath.of(left);
    if (left.slot != null) {
      path.seekingParent = new ArrayList<>(List.of(left.slot));
    }
    DraftedPath.append(path, step(node.step()));
    return path;
  }

  /** A field, where it is only a step, is no path of its own. */
  private Draft step(Node node) {
    return node instanceof Node.Name name ? field(name) : draft(node);
  }

  private static Draft field(Node.Name name) {
    return new Draft(Kind.NAME, name.position(), name.name());
  }

  private Draft filter(Node.Filter node) {
    Draft result = draft(node.left());
    if (DraftedPath.lastStep(result).group != null) {
      throw new SyntaxProblem(
          "A predicate cannot follow a grouping expression in a step", node.position());
    }
    if (node.predicate() != null) {
      DraftedPath.filter(result, draft(node.predicate()));
    }
    return result;
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
    Draft path = DraftedPath.of(draft(node.left()));
    Draft sort = new Draft(Kind.SORT, node.position());
    sort.descending = new ArrayList<>(node.terms().size());
    for (Node.Term term : node.terms()) {
      sort.descending.add(term.descending());
      add(sort, term.expression());
    }
    path.with(sort);
    Ancestry.resolve(path);
    return path;
  }

  private Draft focus(Node.Focus node) {
    Draft result = draft(node.left());
    String name = bound.bind(node.name());
    if (node.index()) {
      return DraftedPath.index(result, name);
    }
    Draft step = DraftedPath.focus(result, name, node.position());
    step.keepArray |= kept.contains(node);
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
    draft.parameters = new ArrayList<>(node.parameters().size());
    for (String parameter : node.parameters()) {
      draft.parameters.add(bound.bind(parameter));
    }
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
