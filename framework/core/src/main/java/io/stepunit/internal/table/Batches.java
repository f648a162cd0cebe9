package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueReader;
import io.stepunit.internal.table.value.ValueWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** BatchGetItem and BatchWriteItem. */
final class Batches {
  private static final int MOST_READS = 100;
  private static final int MOST_WRITES = 25;
  private static final int LARGEST_ANSWER = 16 * 1024 * 1024;
  private static final String REQUEST_ITEMS = "RequestItems";

  private final Tables tables;

  Batches(Tables tables) {
    this.tables = tables;
  }

  /** One read of a batch. */
  private record Asked(String tableName, TableRequest request, ItemRead read, ItemKey key) {}

  ObjectNode batchGetItem(TableRequest request, ValueWriter writer) {
    List<Asked> asked = asked(request);
    Capacity capacity = Capacity.of(request);
    ObjectNode answer = Json.NODES.objectNode();
    ObjectNode responses = answer.putObject("Responses");
    ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
    request.part(REQUEST_ITEMS).json().fieldNames().forEachRemaining(responses::putArray);
    int bytes = 0;
    for (Asked one : asked) {
      Optional<Attributes> item = one.read().table().rows().get(one.key());
      int size = item.map(Attributes::itemSize).orElse(0);
      bytes += size;
      if (bytes > LARGEST_ANSWER) {
        leaveOut(one, unprocessed, writer);
      } else {
        item.map(one.read()::shown)
            .map(writer::attributes)
            .ifPresent(((ArrayNode) responses.get(one.tableName()))::add);
        capacity.read(one.read().table(), size, one.request().flag("ConsistentRead", false));
      }
    }
    capacity.tellAllIn(answer);
    return answer;
  }

  private static void leaveOut(Asked one, ObjectNode unprocessed, ValueWriter writer) {
    ObjectNode left = (ObjectNode) unprocessed.get(one.tableName());
    if (left == null) {
      left = unprocessed.putObject(one.tableName());
      left.setAll((ObjectNode) one.request().json());
      left.putArray("Keys");
    }
    ((ArrayNode) left.get("Keys"))
        .add(writer.attributes(one.read().table().keys().attributesOf(one.key())));
  }

  /** What is asked for, in no order that the request tells: that of the keys. */
  private List<Asked> asked(TableRequest request) {
    List<Asked> asked = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : request.part(REQUEST_ITEMS).json().properties()) {
      TableRequest ofTable = new TableRequest(entry.getValue());
      ItemRead read = ItemRead.of(tables.require(entry.getKey()), ofTable);
      for (JsonNode key : entry.getValue().path("Keys")) {
        asked.add(new Asked(entry.getKey(), ofTable, read, read.key(ValueReader.attributes(key))));
      }
    }
    if (asked.size() > MOST_READS) {
      throw TableException.invalid("Too many items requested for the BatchGetItem call");
    }
    Set<Object> seen = new HashSet<>();
    asked.forEach(one -> requireNew(seen, one.read().table(), one.key()));
    asked.sort(Comparator.comparing(Asked::tableName).thenComparing(Asked::key));
    return asked;
  }

  ObjectNode batchWriteItem(TableRequest request) {
    List<Write> writes = writes(request);
    Capacity capacity = Capacity.of(request);
    for (Write write : writes) {
      Write.Outcome outcome = write.outcome();
      outcome.commit();
      capacity.write(outcome);
    }
    ObjectNode answer = Json.NODES.objectNode();
    answer.putObject("UnprocessedItems");
    capacity.tellAllIn(answer);
    return answer;
  }

  private List<Write> writes(TableRequest request) {
    List<Write> writes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : request.part(REQUEST_ITEMS).json().properties()) {
      StoredTable table = tables.require(entry.getKey());
      entry.getValue().forEach(write -> writes.add(write(table, new TableRequest(write))));
    }
    if (writes.size() > MOST_WRITES) {
      throw TableException.invalid("Too many items requested for the BatchWriteItem call");
    }
    Set<Object> seen = new HashSet<>();
    writes.forEach(write -> requireNew(seen, write.table(), write.key()));
    return writes;
  }

  private static Write write(StoredTable table, TableRequest write) {
    boolean isPut = write.has("PutRequest");
    if (isPut == write.has("DeleteRequest")) {
      throw TableException.invalid(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }
    if (isPut) {
      Attributes item = write.part("PutRequest").attributes("Item");
      return new Write(table, table.keyOf(item), Optional.empty(), new Write.Put(item));
    }
    Attributes key = write.part("DeleteRequest").attributes("Key");
    return new Write(table, table.keys().keyIn(key), Optional.empty(), new Write.Delete());
  }

  private static void requireNew(Set<Object> seen, StoredTable table, ItemKey key) {
    if (!seen.add(List.of(table.name(), key))) {
      throw TableException.invalid("Provided list of item keys contains duplicates");
    }
  }
}
