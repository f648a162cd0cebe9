package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.expression.DocumentPath.Step;
import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Items;
import io.stepunit.internal.table.value.TableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parts of items that a request asks for. */
public final class Projection {
  private final Part whole = new Part();

  /** A part, and the parts of it that are wanted; all of it if there are none. */
  private static final class Part {
    private final Map<Step, Part> parts = new LinkedHashMap<>();

    void add(List<Step> steps) {
      if (!steps.isEmpty()) {
        parts.computeIfAbsent(steps.get(0), step -> new Part()).add(steps.subList(1, steps.size()));
      }
    }

    Optional<AttributeValue> of(AttributeValue value) {
      if (parts.isEmpty()) {
        return Optional.of(value);
      }
      if (value instanceof Attributes map) {
        Map<String, AttributeValue> members = new TreeMap<>();
        map.members()
            .forEach(
                (name, member) ->
                    part(new Step.Name(name), member)
                        .ifPresent(wanted -> members.put(name, wanted)));
        return members.isEmpty() ? Optional.empty() : Optional.of(Attributes.of(members));
      }
      if (value instanceof Items list) {
        List<AttributeValue> members = new ArrayList<>();
        for (int i = 0; i < list.members().size(); i++) {
          part(new Step.Index(i), list.members().get(i)).ifPresent(members::add);
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new Items(members));
      }
      return Optional.empty();
    }

    private Optional<AttributeValue> part(Step step, AttributeValue value) {
      return Optional.ofNullable(parts.get(step)).flatMap(part -> part.of(value));
    }
  }

  private Projection(List<DocumentPath> paths) {
    paths.forEach(path -> whole.add(path.steps()));
  }

  /** The parts at these paths. */
  static Projection of(List<DocumentPath> paths) {
    return new Projection(paths);
  }

  /**
   * Reads a ProjectionExpression.
   *
   * @throws TableException {@code ValidationException} if it makes no sense
   */
  public static Projection read(String expression, Placeholders placeholders) {
    Tokens tokens = new Tokens(ExpressionKind.PROJECTION, expression);
    OperandReader operands = new OperandReader(tokens, placeholders);
    List<DocumentPath> paths = new ArrayList<>();
    do {
      paths.add(operands.path());
    } while (tokens.takeSymbol(","));
    tokens.requireEnd();
    Paths.requireApart(ExpressionKind.PROJECTION, paths);
    return new Projection(paths);
  }

  /** The parts of an item. */
  public Attributes of(Attributes item) {
    return whole.parts.isEmpty()
        ? Attributes.EMPTY
        : (Attributes) whole.of(item).orElse(Attributes.EMPTY);
  }
}
