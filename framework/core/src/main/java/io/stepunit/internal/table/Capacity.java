package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one call consumed of the capacity of tables, told if it is asked for. */
final class Capacity {
  private static final int BYTES_OF_READ = 4096;
  private static final int BYTES_OF_WRITE = 1024;
  private static final String UNITS = "CapacityUnits";

  private final ReturnConsumedCapacity asked;
  private final int factor;
  private final Map<String, Use> byTable = new TreeMap<>();

  private static final class Use {
    private double table;
    private final Map<String, Double> global = new TreeMap<>();
    private final Map<String, Double> local = new TreeMap<>();

    double total() {
      return table + sum(global) + sum(local);
    }

    private static double sum(Map<String, Double> units) {
      return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private Capacity(TableRequest request, int factor) {
    this.asked = request.choice("ReturnConsumedCapacity", ReturnConsumedCapacity.NONE);
    this.factor = factor;
  }

  /** The capacity of a call. */
  static Capacity of(TableRequest request) {
    return new Capacity(request, 1);
  }

  /** The capacity of a transaction, which takes twice as much. */
  static Capacity ofTransaction(TableRequest request) {
    return new Capacity(request, 2);
  }

  private Use of(StoredTable table) {
    return byTable.computeIfAbsent(table.name(), name -> new Use());
  }

  /** So many bytes were read of a table. */
  void read(StoredTable table, int bytes, boolean consistent) {
    of(table).table += unitsOfRead(bytes, consistent);
  }

  /** So many bytes were read of an index. */
  void read(StoredTable table, Index index, int bytes, boolean consistent) {
    Use use = of(table);
    (index.isLocal() ? use.local : use.global)
        .merge(index.name(), unitsOfRead(bytes, consistent), Double::sum);
  }

  private double unitsOfRead(int bytes, boolean consistent) {
    double units = units(bytes, BYTES_OF_READ);
    return consistent || factor > 1 ? factor * units : units / 2;
  }

  /** An item was written, and its entries in the indexes. */
  void write(Write.Outcome outcome) {
    StoredTable table = outcome.write().table();
    Use use = of(table);
    int larger =
        Math.max(
            outcome.before().map(Attributes::itemSize).orElse(0),
            outcome.after().map(Attributes::itemSize).orElse(0));
    use.table += factor * units(larger, BYTES_OF_WRITE);
    for (Index index : table.indexes()) {
      Optional<Attributes> before = outcome.before().filter(index::has).map(index::entryOf);
      Optional<Attributes> after = outcome.after().filter(index::has).map(index::entryOf);
      double units = unitsOfIndex(index, before, after);
      if (units > 0) {
        (index.isLocal() ? use.local : use.global).merge(index.name(), units, Double::sum);
      }
    }
  }

  /** An entry that moves within its index is written twice. */
  private double unitsOfIndex(
      Index index, Optional<Attributes> before, Optional<Attributes> after) {
    if (before.equals(after)) {
      return 0;
    }
    boolean stays =
        before.isPresent()
            && after.isPresent()
            && index.keys().keyPartOf(before.get()).equals(index.keys().keyPartOf(after.get()));
    double old = before.map(entry -> units(entry.itemSize(), BYTES_OF_WRITE)).orElse(0.0);
    double fresh = after.map(entry -> units(entry.itemSize(), BYTES_OF_WRITE)).orElse(0.0);
    return factor * (stays ? Math.max(old, fresh) : old + fresh);
  }

  private static double units(int bytes, int bytesOfUnit) {
    return Math.max(1, (bytes + bytesOfUnit - 1) / bytesOfUnit);
  }

  /** Tells the capacity of a call for one table. */
  void tellOneIn(ObjectNode answer) {
    if (asked != ReturnConsumedCapacity.NONE) {
      byTable.forEach((name, use) -> answer.set("ConsumedCapacity", json(name, use)));
    }
  }

  /** Tells the capacity of a call for any number of tables. */
  void tellAllIn(ObjectNode answer) {
    if (asked != ReturnConsumedCapacity.NONE) {
      ArrayNode all = answer.putArray("ConsumedCapacity");
      byTable.forEach((name, use) -> all.add(json(name, use)));
    }
  }

  private ObjectNode json(String table, Use use) {
    ObjectNode json = Json.NODES.objectNode().put(UNITS, BigDecimal.valueOf(use.total()));
    if (asked == ReturnConsumedCapacity.INDEXES) {
      indexes(json, "GlobalSecondaryIndexes", use.global);
      indexes(json, "LocalSecondaryIndexes", use.local);
      json.putObject("Table").put(UNITS, BigDecimal.valueOf(use.table));
    }
    return json.put("TableName", table);
  }

  private static void indexes(ObjectNode json, String member, Map<String, Double> units) {
    if (!units.isEmpty()) {
      ObjectNode indexes = json.putObject(member);
      units.forEach((name, used) -> indexes.putObject(name).put(UNITS, BigDecimal.valueOf(used)));
    }
  }
}
