package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The operations that tables know. */
enum Operation {
  GET_ITEM("getItem"),
  PUT_ITEM("putItem"),
  UPDATE_ITEM("updateItem"),
  DELETE_ITEM("deleteItem"),
  QUERY("query"),
  SCAN("scan"),
  BATCH_GET_ITEM("batchGetItem"),
  BATCH_WRITE_ITEM("batchWriteItem"),
  TRANSACT_GET_ITEMS("transactGetItems"),
  TRANSACT_WRITE_ITEMS("transactWriteItems");

  /** What requests had before there were expressions. */
  private static final List<String> LEGACY =
      List.of(
          "AttributesToGet",
          "AttributeUpdates",
          "ConditionalOperator",
          "Expected",
          "KeyConditions",
          "QueryFilter",
          "ScanFilter");

  private final String action;

  Operation(String action) {
    this.action = action;
  }

  /** The operation that an action of a Task calls; empty if it is another one. */
  static Optional<Operation> of(String action) {
    return Arrays.stream(values()).filter(one -> one.action.equals(action)).findFirst();
  }

  /** The names of the tables that a request is for. */
  List<String> tablesIn(JsonNode request) {
    return parts(request).map(Part::table).map(Tables::nameOf).distinct().toList();
  }

  /** The first of the members of a request that expressions have replaced. */
  Optional<String> legacyIn(JsonNode request) {
    return parts(request)
        .flatMap(part -> LEGACY.stream().filter(part.json()::hasNonNull))
        .findFirst();
  }

  /** A part of a request that is about one table. */
  record Part(String table, JsonNode json) {}

  /** The parts of a request, each about one table. */
  Stream<Part> parts(JsonNode request) {
    return switch (this) {
      case BATCH_GET_ITEM, BATCH_WRITE_ITEM ->
          request.path("RequestItems").properties().stream()
              .map(entry -> new Part(entry.getKey(), entry.getValue()));
      case TRANSACT_GET_ITEMS, TRANSACT_WRITE_ITEMS ->
          elements(request.path("TransactItems"))
              .flatMap(Operation::elements)
              .map(Operation::ofTableName);
      default -> Stream.of(ofTableName(request));
    };
  }

  private static Stream<JsonNode> elements(JsonNode container) {
    return StreamSupport.stream(container.spliterator(), false);
  }

  private static Part ofTableName(JsonNode json) {
    return new Part(json.path("TableName").asText(), json);
  }
}
