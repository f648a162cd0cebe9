package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Binary;
import io.stepunit.internal.table.value.AttributeValue.Text;
import io.stepunit.internal.table.value.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A ConditionExpression, a FilterExpression or a part of one. */
public sealed interface Condition {
  /** Whether it holds for an item; where there is none, for one without attributes. */
  boolean holds(Attributes item);

  /** What of the item it reads. */
  Stream<DocumentPath> paths();

  /** Both hold. */
  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return left.holds(item) && right.holds(item);
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.concat(left.paths(), right.paths());
    }
  }

  /** One of them holds, or both. */
  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return left.holds(item) || right.holds(item);
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.concat(left.paths(), right.paths());
    }
  }

  /** The other does not hold. */
  record Not(Condition of) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return !of.holds(item);
    }

    @Override
    public Stream<DocumentPath> paths() {
      return of.paths();
    }
  }

  /** A comparison of two values. */
  record Comparison(Operator operator, Operand left, Operand right) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return operator.holds(left.in(item), right.in(item));
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.concat(left.paths(), right.paths());
    }
  }

  /** A value between two others, both included. */
  record Between(Operand value, Operand lower, Operand upper) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      Optional<AttributeValue> found = value.in(item);
      return Operator.GREATER_OR_EQUAL.holds(found, lower.in(item))
          && Operator.LESS_OR_EQUAL.holds(found, upper.in(item));
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.of(value, lower, upper).flatMap(Operand::paths);
    }
  }

  /** A value that is one of several. */
  record In(Operand value, List<Operand> candidates) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      Optional<AttributeValue> found = value.in(item);
      return candidates.stream()
          .anyMatch(candidate -> Operator.EQUAL.holds(found, candidate.in(item)));
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.concat(value.paths(), candidates.stream().flatMap(Operand::paths));
    }
  }

  /**
   * An attribute that is there, or is not.
   *
   * @param wanted whether it is to be there
   */
  record Exists(DocumentPath path, boolean wanted) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return path.in(item).isPresent() == wanted;
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.of(path);
    }
  }

  /** An attribute of a type. */
  record OfType(DocumentPath path, ValueType wanted) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      return path.in(item).filter(value -> value.type() == wanted).isPresent();
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.of(path);
    }
  }

  /** A text, or bytes, that begins with another. */
  record BeginsWith(Operand value, Operand prefix) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      AttributeValue whole = value.in(item).orElse(null);
      AttributeValue start = prefix.in(item).orElse(null);
      return whole instanceof Text text && start instanceof Text begin
          ? text.text().startsWith(begin.text())
          : whole instanceof Binary bytes
              && start instanceof Binary first
              && bytes.text().startsWith(first.text());
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.concat(value.paths(), prefix.paths());
    }
  }

  /** A text with another in it, or a set or list with a member. */
  record Contains(Operand value, Operand part) implements Condition {
    @Override
    public boolean holds(Attributes item) {
      AttributeValue whole = value.in(item).orElse(null);
      AttributeValue wanted = part.in(item).orElse(null);
      if (whole instanceof Text text && wanted instanceof Text in) {
        return text.text().contains(in.text());
      }
      if (whole instanceof Binary bytes && wanted instanceof Binary in) {
        return bytes.text().contains(in.text());
      }
      if (whole instanceof AttributeValue.Members set) {
        return wanted != null && set.members().stream().anyMatch(wanted::equals);
      }
      return whole instanceof AttributeValue.Items list
          && wanted != null
          && list.members().contains(wanted);
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.concat(value.paths(), part.paths());
    }
  }
}
