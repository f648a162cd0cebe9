package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** TransactWriteItems and TransactGetItems: all or nothing. */
final class Transactions {
  private static final int MOST_ITEMS = 100;
  private static final String ITEMS = "TransactItems";

  private final Tables tables;
  private final WriteReader reader;
  private final ClientTokens tokens;

  Transactions(Tables tables, ClientTokens tokens) {
    this.tables = tables;
    this.reader = new WriteReader(tables);
    this.tokens = tokens;
  }

  ObjectNode transactWriteItems(TableRequest request) {
    requireNumber(request);
    List<Supplier<Write>> writes = new ArrayList<>();
    request.part(ITEMS).json().forEach(item -> writes.add(write(new TableRequest(item))));
    ObjectNode answer = Json.NODES.objectNode();
    Capacity capacity = Capacity.ofTransaction(request);
    if (tokens.isNew(request)) {
      for (Write.Outcome outcome : outcomes(writes)) {
        outcome.commit();
        capacity.write(outcome);
      }
      tokens.remember(request);
    }
    capacity.tellAllIn(answer);
    return answer;
  }

  private static void requireNumber(TableRequest request) {
    JsonNode items = request.part(ITEMS).json();
    if (items.size() > MOST_ITEMS || items.isEmpty()) {
      throw TableException.invalid(
          "1 validation error detected: Value '%s' at 'transactItems' failed to satisfy constraint: Member must have length %s"
              .formatted(
                  Json.text(items),
                  items.isEmpty()
                      ? "greater than or equal to 1"
                      : "less than or equal to " + MOST_ITEMS));
    }
  }

  private Supplier<Write> write(TableRequest item) {
    if (item.json().size() != 1) {
      throw TableException.invalid(
          "TransactItems can only contain one of Check, Put, Update or Delete");
    }
    String kind = item.json().fieldNames().next();
    TableRequest part = item.part(kind);
    return switch (kind) {
      case "Put" -> reader.put(part);
      case "Update" -> reader.update(part);
      case "Delete" -> reader.delete(part);
      default -> reader.check(part);
    };
  }

  private static List<Write.Outcome> outcomes(List<Supplier<Write>> writes) {
    List<Write.Outcome> outcomes = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    boolean isRepeated = false;
    for (Supplier<Write> supplied : writes) {
      try {
        Write write = supplied.get();
        isRepeated |= !seen.add(List.of(write.table().name(), write.key()));
        outcomes.add(write.outcome());
        reasons.add("None");
      } catch (TableException e) {
        reasons.add(e.isInvalid() ? "ValidationError" : "ConditionalCheckFailed");
      }
    }
    if (isRepeated) {
      throw TableException.invalid(
          "Transaction request cannot include multiple operations on one item");
    }
    if (outcomes.size() < writes.size()) {
      throw cancelled(reasons);
    }
    return outcomes;
  }

  private static TableException cancelled(List<String> reasons) {
    return new TableException(
        "TransactionCanceledException",
        "Transaction cancelled, please refer cancellation reasons for specific reasons " + reasons);
  }

  ObjectNode transactGetItems(TableRequest request, ValueWriter writer) {
    requireNumber(request);
    Capacity capacity = Capacity.ofTransaction(request);
    ObjectNode answer = Json.NODES.objectNode();
    ArrayNode responses = answer.putArray("Responses");
    for (JsonNode item : request.part(ITEMS).json()) {
      TableRequest get = new TableRequest(item.path("Get"));
      ItemRead read = ItemRead.of(tables.require(get.tableName()), get);
      ItemKey key = read.key(get.attributes("Key"));
      Optional<Attributes> found = read.table().rows().get(key);
      ObjectNode response = responses.addObject();
      found.map(read::shown).ifPresent(shown -> response.set("Item", writer.attributes(shown)));
      capacity.read(read.table(), found.map(Attributes::itemSize).orElse(0), true);
    }
    capacity.tellAllIn(answer);
    return answer;
  }
}
