package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Draft.Kind;
import io.stepunit.internal.jsonata.Draft.Slot;
import io.stepunit.internal.jsonata.Draft.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a draft becomes a path, and a path longer. What stands behind a path is of its last step. */
final class DraftedPath {
  private DraftedPath() {}

  /** The path that a draft is, or that it is the first step of. */
  static Draft of(Draft first) {
    return first.is(Kind.PATH) ? first : new Draft(Kind.PATH, first.position).with(first);
  }

  /** The step that stands last. */
  static Draft lastStep(Draft draft) {
    return draft.is(Kind.PATH) ? draft.last() : draft;
  }

  /** Goes on with a step, or with the steps of another path. */
  static void append(Draft path, Draft next) {
    if (next.is(Kind.PATH)) {
      path.parts.addAll(next.parts);
    } else {
      stagesFromPredicates(next);
      path.with(next);
    }
    for (Draft step : path.parts) {
      nameLiteral(step);
      path.keepSingletonArray |= step.keepArray;
    }
    markConstructed(path.parts.get(0));
    markConstructed(path.last());
    Ancestry.resolve(path);
  }

  /** Of a step, predicates are stages: they may have names between them. */
  private static void stagesFromPredicates(Draft step) {
    if (step.predicates != null) {
      step.stages = step.predicates;
      step.predicates = null;
    }
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
    step.name = Values.memberName(step.literal.textValue());
  }

  private static void markConstructed(Draft step) {
    if (step.is(Kind.ARRAY)) {
      step.constructed = true;
    }
  }

  /** {@code draft[predicate]}. */
  static void filter(Draft draft, Draft predicate) {
    Draft step = lastStep(draft);
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
    if (draft.is(Kind.PATH)) {
      step.stages = added(step.stages, stage);
    } else {
      step.predicates = added(step.predicates, stage);
    }
  }

  private static List<Stage> added(@Nullable List<Stage> stages, Stage stage) {
    List<Stage> all = stages == null ? new ArrayList<>() : stages;
    all.add(stage);
    return all;
  }

  /** {@code draft@$name}; returns the step whose value has the name. */
  static Draft focus(Draft draft, String name, int at) {
    Draft step = lastStep(draft);
    if (step.stages != null || step.predicates != null) {
      throw new SyntaxProblem(
          "A context variable binding must precede any predicates on a step", at);
    }
    if (step.is(Kind.SORT)) {
      throw new SyntaxProblem(
          "A context variable binding must precede the 'order-by' clause on a step", at);
    }
    step.focus = name;
    step.tuple = true;
    return step;
  }

  /** {@code draft#$name}. */
  static Draft index(Draft draft, String name) {
    Draft step = lastStep(draft);
    if (step == draft) {
      stagesFromPredicates(step);
    }
    if (step.stages == null) {
      step.index = name;
    } else {
      step.stages.add(new Stage(null, name));
    }
    step.tuple = true;
    return of(draft);
  }
}
