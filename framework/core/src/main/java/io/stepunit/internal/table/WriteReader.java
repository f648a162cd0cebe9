package io.stepunit.internal.table;

import io.stepunit.internal.table.expression.Condition;
import io.stepunit.internal.table.expression.ConditionReader;
import io.stepunit.internal.table.expression.DocumentPath;
import io.stepunit.internal.table.expression.ExpressionKind;
import io.stepunit.internal.table.expression.Placeholders;
import io.stepunit.internal.table.expression.Update;
import io.stepunit.internal.table.expression.UpdateReader;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.TableException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the writes of requests. What is wrong with a request by itself is told at once, what is
 * wrong for its table when the write is asked for, as DynamoDB does.
 */
final class WriteReader {
  private static final String CONDITION = ExpressionKind.CONDITION.member();

  private final Tables tables;

  WriteReader(Tables tables) {
    this.tables = tables;
  }

  Supplier<Write> put(TableRequest request) {
    StoredTable table = tables.require(request.tableName());
    Attributes item = request.attributes("Item");
    Placeholders placeholders = new Placeholders(request.json());
    Optional<Condition> condition = condition(request, placeholders);
    requireUsed(placeholders, condition.isPresent(), CONDITION);
    return () -> new Write(table, table.keyOf(item), condition, new Write.Put(item));
  }

  Supplier<Write> delete(TableRequest request) {
    return keyed(request, new Write.Delete());
  }

  Supplier<Write> check(TableRequest request) {
    return keyed(request, new Write.Check());
  }

  private Supplier<Write> keyed(TableRequest request, Write.Change change) {
    StoredTable table = tables.require(request.tableName());
    Attributes key = request.attributes("Key");
    Placeholders placeholders = new Placeholders(request.json());
    Optional<Condition> condition = condition(request, placeholders);
    requireUsed(placeholders, condition.isPresent(), CONDITION);
    return () -> new Write(table, table.keys().keyIn(key), condition, change);
  }

  Supplier<Write> update(TableRequest request) {
    StoredTable table = tables.require(request.tableName());
    Attributes key = request.attributes("Key");
    Placeholders placeholders = new Placeholders(request.json());
    Optional<Update> update =
        request
            .expression(ExpressionKind.UPDATE)
            .map(expression -> UpdateReader.read(expression, placeholders));
    Optional<Condition> condition = condition(request, placeholders);
    requireUsed(
        placeholders,
        update.isPresent() || condition.isPresent(),
        ExpressionKind.UPDATE.member(),
        CONDITION);
    return () -> {
      Write write =
          new Write(
              table,
              table.keys().keyIn(key),
              condition,
              new Write.Updated(update.orElseGet(Update::none)));
      update.ifPresent(changes -> requireKeysKept(table, changes));
      return write;
    };
  }

  private static void requireKeysKept(StoredTable table, Update update) {
    update.paths().stream()
        .map(DocumentPath::attribute)
        .filter(table.keys()::has)
        .findFirst()
        .ifPresent(
            attribute -> {
              throw TableException.invalidParameter(
                  "Cannot update attribute %s. This attribute is part of the key"
                      .formatted(attribute));
            });
  }

  private static Optional<Condition> condition(TableRequest request, Placeholders placeholders) {
    return request
        .expression(ExpressionKind.CONDITION)
        .map(
            expression -> ConditionReader.read(ExpressionKind.CONDITION, expression, placeholders));
  }

  private static void requireUsed(
      Placeholders placeholders, boolean hasExpression, String... expressions) {
    if (hasExpression) {
      placeholders.requireAllUsed();
    } else {
      placeholders.requireNone(expressions);
    }
  }
}
