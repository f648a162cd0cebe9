package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Makes of a draft what runs. */
final class Compiler {
  /** Makes one function of two; it calls nothing but them. */
  private static final Code CHAIN =
      compile(Parser.parse("function($f, $g) { function($x){ $g($f($x)) } }"), FunctionTable.NONE);

  private final FunctionTable functions;
  private final BoundNames bound;

  private Compiler(FunctionTable functions, BoundNames bound) {
    this.functions = functions;
    this.bound = bound;
  }

  /**
   * @throws SyntaxProblem if the parts of the expression do not go together, or a regular
   *     expression is none
   */
  static Code compile(Node expression, FunctionTable functions) {
    BoundNames bound = new BoundNames();
    return new Compiler(functions, bound).compile(Drafter.of(expression, bound));
  }

  private Code compile(Draft draft) {
    if (draft.is(Kind.PATH)) {
      return path(draft);
    }
    Code core = core(draft);
    boolean plain = draft.predicates == null && draft.group == null && !draft.keepArray;
    return plain
        ? core
        : new Refined(core, predicates(draft.predicates), optional(draft.group), draft.keepArray);
  }

  private Code[] all(List<Draft> drafts) {
    Code[] codes = new Code[drafts.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = compile(drafts.get(i));
    }
    return codes;
  }

  private Code core(Draft draft) {
    List<Draft> parts = draft.parts;
    return switch (draft.kind) {
      case LITERAL -> new Leaves.Literal(draft.literal);
      case VARIABLE -> draft.name.isEmpty() ? new Leaves.Context() : variable(draft.name);
      case NAME -> new Leaves.Name(draft.name);
      case WILDCARD -> new Leaves.Wildcard();
      case DESCENDANTS -> new Leaves.Descendants();
      case PARENT -> new Leaves.Parent(slot(draft));
      case REGEX -> new Leaves.Literal(regex(draft));
      case BINARY ->
          Operators.of(draft.name, compile(parts.get(0)), compile(parts.get(1)), draft.position);
      case NEGATION -> new Operators.Negation(compile(parts.get(0)), draft.position);
      case ARRAY -> items(draft);
      case OBJECT -> new Grouping.Members(grouping(new Draft.Group(draft.pairs, draft.position)));
      case BLOCK -> new Constructors.Block(all(parts), Bindings.inAny(parts));
      case BIND -> new Constructors.Bind(draft.name, compile(parts.get(0)));
      case CONDITION ->
          new Constructors.Condition(
              compile(parts.get(0)),
              compile(parts.get(1)),
              parts.size() > 2 ? compile(parts.get(2)) : new Constructors.Nothing());
      case CALL -> call(draft);
      case TAIL_CALL -> new Calls.TailCall(call(parts.get(0)));
      case PARTIAL -> partial(draft);
      case LAMBDA -> new Lambda.Maker(draft.parameters, draft.signature, compile(parts.get(0)));
      case APPLY -> apply(draft);
      case TRANSFORM ->
          new Transform(
              compile(parts.get(0)),
              compile(parts.get(1)),
              parts.size() > 2 ? compile(parts.get(2)) : null,
              variable("clone"),
              draft.position);
      case PATH, SORT, PLACEHOLDER ->
          throw new IllegalStateException(draft.kind + " is no value of its own");
    };
  }

  private Leaves.Variable variable(String name) {
    String known = bound.find(name);
    return known == null
        ? new Leaves.Variable(name, false, functions.function(name))
        : new Leaves.Variable(known, true, functions.function(name));
  }

  private static Draft.Slot slot(Draft parent) {
    if (parent.slot == null) {
      throw new IllegalStateException("a parent without a slot");
    }
    return parent.slot;
  }

  private static RegexFunction regex(Draft draft) {
    try {
      return RegexFunction.of(draft.name);
    } catch (PatternSyntaxException e) {
      throw new SyntaxProblem("Invalid regular expression: " + e.getDescription(), draft.position);
    }
  }

  private Code items(Draft draft) {
    boolean[] whole = new boolean[draft.parts.size()];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = draft.parts.get(i).is(Kind.ARRAY);
    }
    return new Constructors.Items(all(draft.parts), whole, draft.constructed);
  }

  private List<Predicate> predicates(@Nullable List<Draft.Stage> stages) {
    return stages(stages).stream().map(Step.Stage::predicate).filter(Objects::nonNull).toList();
  }

  private List<Step.Stage> stages(@Nullable List<Draft.Stage> drafts) {
    if (drafts == null) {
      return List.of();
    }
    List<Step.Stage> stages = new ArrayList<>(drafts.size());
    for (Draft.Stage draft : drafts) {
      Draft predicate = draft.predicate();
      stages.add(
          new Step.Stage(
              predicate == null ? null : new Predicate(compile(predicate)), draft.index()));
    }
    return stages;
  }

  private @Nullable Grouping optional(Draft.@Nullable Group group) {
    return group == null ? null : grouping(group);
  }

  private Grouping grouping(Draft.Group group) {
    int size = group.pairs().size();
    Code[] keys = new Code[size];
    Code[] values = new Code[size];
    for (int i = 0; i < size; i++) {
      keys[i] = compile(group.pairs().get(i).key());
      values[i] = compile(group.pairs().get(i).value());
    }
    return new Grouping(keys, values, group.position());
  }

  private Calls.Call call(Draft draft) {
    return new Calls.Call(
        procedure(draft.parts.get(0)),
        all(draft.parts.subList(1, draft.parts.size())),
        draft.position);
  }

  private Calls.Procedure procedure(Draft draft) {
    Leaves.Variable field = null;
    if (draft.is(Kind.PATH) && draft.parts.get(0).is(Kind.NAME)) {
      field = variable(draft.parts.get(0).name);
    }
    String name = draft.is(Kind.VARIABLE) ? draft.name : null;
    return new Calls.Procedure(compile(draft), name, field);
  }

  private Code partial(Draft draft) {
    List<@Nullable Code> arguments = new ArrayList<>();
    for (Draft part : draft.parts.subList(1, draft.parts.size())) {
      arguments.add(part.is(Kind.PLACEHOLDER) ? null : compile(part));
    }
    return new Calls.Partial(procedure(draft.parts.get(0)), arguments, draft.position);
  }

  private Code apply(Draft draft) {
    Draft right = draft.parts.get(1);
    Code applied = right.is(Kind.CALL) ? call(right) : compile(right);
    return new Calls.Apply(compile(draft.parts.get(0)), applied, CHAIN, draft.position);
  }

  private Code path(Draft draft) {
    Step[] steps = new Step[draft.parts.size()];
    boolean named = false;
    for (int i = 0; i < steps.length; i++) {
      Draft part = draft.parts.get(i);
      steps[i] = step(part);
      named |= part.tuple;
    }
    Grouping group = optional(draft.group);
    Code path =
        named
            ? new TuplePath(steps, draft.keepSingletonArray, draft.tuple, group)
            : PathCode.of(steps, draft.keepSingletonArray, group);
    boolean plain = draft.predicates == null && !draft.keepArray;
    return plain ? path : new Refined(path, predicates(draft.predicates), null, draft.keepArray);
  }

  private Step step(Draft draft) {
    List<Step.Stage> stages = stages(draft.stages);
    Step.Names names =
        draft.tuple
            ? new Step.Names(true, draft.focus, draft.index, draft.ancestor)
            : Step.Names.NONE;
    if (draft.is(Kind.SORT)) {
      Sorting sorting = new Sorting(all(draft.parts), draft.descending, draft.position);
      return Step.sorting(sorting, stages, names);
    }
    return Step.of(compile(draft), stages, names, draft.constructed);
  }
}
