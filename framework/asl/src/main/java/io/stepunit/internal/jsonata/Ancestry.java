package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Draft.Kind;
import io.stepunit.internal.jsonata.Draft.Slot;
import java.util.ArrayList;
import java.util.List;

/** Finds for each {@code %} the step whose value it means. */
final class Ancestry {
  private static final String NO_PARENT =
      "The object representing the 'parent' cannot be derived from this expression";

  private Ancestry() {}

  static SyntaxProblem unresolved(int position) {
    return new SyntaxProblem(NO_PARENT, position);
  }

  /** Hands the open slots of a part to the whole. */
  static void push(Draft whole, Draft part) {
    List<Slot> slots = open(part);
    if (slots.isEmpty()) {
      return;
    }
    if (whole.seekingParent == null) {
      whole.seekingParent = new ArrayList<>();
    }
    whole.seekingParent.addAll(slots);
  }

  private static List<Slot> open(Draft part) {
    if (part.seekingParent == null && part.slot == null) {
      return List.of();
    }
    List<Slot> slots = new ArrayList<>();
    if (part.seekingParent != null) {
      slots.addAll(part.seekingParent);
    }
    if (part.slot != null) {
      slots.add(part.slot);
    }
    return slots;
  }

  /** Looks for the steps that the last step of a path asks for. */
  static void resolve(Draft path) {
    for (Slot slot : open(path.last())) {
      int at = path.parts.size() - 2;
      while (slot.level > 0) {
        if (at < 0) {
          if (path.seekingParent == null) {
            path.seekingParent = new ArrayList<>();
          }
          path.seekingParent.add(slot);
          break;
        }
        Draft step = path.parts.get(at--);
        // Of several steps in a row that bind their values to names, only the first one counts.
        while (at >= 0 && step.focus != null && path.parts.get(at).focus != null) {
          step = path.parts.get(at--);
        }
        seek(step, slot);
      }
    }
  }

  /** Goes one step up for a slot, if this is a step to go up from. */
  static void seek(Draft step, Slot slot) {
    switch (step.kind) {
      case NAME, WILDCARD -> {
        slot.level--;
        if (slot.level == 0) {
          if (step.ancestor != null) {
            slot.label = step.ancestor.label;
          }
          step.ancestor = slot;
          step.tuple = true;
        }
      }
      case PARENT -> slot.level++;
      case BLOCK -> {
        if (!step.parts.isEmpty()) {
          step.tuple = true;
          seek(step.last(), slot);
        }
      }
      case PATH -> {
        step.tuple = true;
        int at = step.parts.size() - 1;
        seek(step.parts.get(at--), slot);
        while (slot.level > 0 && at >= 0) {
          seek(step.parts.get(at--), slot);
        }
      }
      default -> throw unresolved(step.position);
    }
  }

  static boolean isOpen(Draft draft) {
    return draft.is(Kind.PARENT) || draft.seekingParent != null;
  }
}
