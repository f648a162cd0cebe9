package io.stepunit.internal.table;

import io.stepunit.internal.table.expression.ExpressionKind;
import io.stepunit.internal.table.expression.Placeholders;
import io.stepunit.internal.table.expression.Projection;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.TableException;
import java.util.Optional;

/** How single items of a table are read: as a whole, or parts of them. */
record ItemRead(StoredTable table, Optional<Projection> projection) {
  /**
   * @throws TableException {@code ValidationException} if the projection makes no sense
   */
  static ItemRead of(StoredTable table, TableRequest request) {
    Placeholders placeholders = new Placeholders(request.json());
    Optional<Projection> projection =
        request
            .expression(ExpressionKind.PROJECTION)
            .map(expression -> Projection.read(expression, placeholders));
    if (projection.isPresent()) {
      placeholders.requireAllUsed();
    } else {
      placeholders.requireNone(ExpressionKind.PROJECTION.member());
    }
    return new ItemRead(table, projection);
  }

  /**
   * The key that a request names.
   *
   * @throws TableException {@code ValidationException} if it is none of the table's
   */
  ItemKey key(Attributes key) {
    return table.keys().keyIn(key);
  }

  Attributes shown(Attributes item) {
    return projection.map(wanted -> wanted.of(item)).orElse(item);
  }
}
