package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Makes of a draft what runs. */
final class Compiler {
  private static final String ROOT = "$";

  /** Makes one function of two; it calls nothing but them. */
  private static final Code CHAIN =
      new Compiler(FunctionTable.NONE)
          .compile(Drafter.of(Parser.parse("function($f, $g) { function($x){ $g($f($x)) } }")));

  private final FunctionTable functions;

  Compiler(FunctionTable functions) {
    this.functions = functions;
  }

  /**
   * @throws SyntaxProblem if a regular expression is none
   */
  Code compile(Draft draft) {
    if (draft.is(Kind.PATH)) {
      return path(draft);
    }
    Code core = core(draft);
    boolean plain = draft.predicates == null && draft.group == null && !draft.keepArray;
    return plain
        ? core
        : new Refined(core, predicates(draft.predicates), optional(draft.group), draft.keepArray);
  }

  private List<Code> all(List<Draft> drafts) {
    List<Code> codes = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      codes.add(compile(draft));
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
    return new Leaves.Variable(name, name.equals(ROOT) ? null : functions.function(name));
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
    return new Constructors.Items(all(draft.parts).toArray(new Code[0]), whole, draft.constructed);
  }

  private List<Predicate> predicates(@Nullable List<Draft.Stage> stages) {
    List<Predicate> predicates = new ArrayList<>();
    if (stages != null) {
      for (Draft.Stage stage : stages) {
        if (stage.predicate() != null) {
          predicates.add(new Predicate(compile(stage.predicate())));
        }
      }
    }
    return predicates;
  }

  private @Nullable Grouping optional(Draft.@Nullable Group group) {
    return group == null ? null : grouping(group);
  }

  private Grouping grouping(Draft.Group group) {
    List<Code> keys = new ArrayList<>();
    List<Code> values = new ArrayList<>();
    for (Draft.Pair pair : group.pairs()) {
      keys.add(compile(pair.key()));
      values.add(compile(pair.value()));
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
    List<Step> steps = new ArrayList<>();
    boolean named = false;
    for (Draft part : draft.parts) {
      steps.add(step(part));
      named |= part.tuple;
    }
    Grouping group = optional(draft.group);
    Code path =
        named
            ? new TuplePath(steps, draft.keepSingletonArray, draft.tuple, group)
            : new PathCode(steps, draft.keepSingletonArray, group);
    boolean plain = draft.predicates == null && !draft.keepArray;
    return plain ? path : new Refined(path, predicates(draft.predicates), null, draft.keepArray);
  }

  private Step step(Draft draft) {
    List<Step.Stage> stages = new ArrayList<>();
    if (draft.stages != null) {
      for (Draft.Stage stage : draft.stages) {
        Draft predicate = stage.predicate();
        stages.add(
            new Step.Stage(
                predicate == null ? null : new Predicate(compile(predicate)), stage.index()));
      }
    }
    Step.Names names = new Step.Names(draft.tuple, draft.focus, draft.index, draft.ancestor);
    if (draft.is(Kind.SORT)) {
      Sorting sorting = new Sorting(all(draft.parts), draft.descending, draft.position);
      return new Step(null, sorting, stages, names, false);
    }
    return new Step(compile(draft), null, stages, names, draft.constructed);
  }
}
