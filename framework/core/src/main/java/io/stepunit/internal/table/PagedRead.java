package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.expression.Condition;
import io.stepunit.internal.table.expression.Projection;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of a Query or a Scan: up to a number of items, or 1 MB, before the filter.
 *
 * @param filter which of the items that are read are returned
 * @param projection what is returned of them
 */
record PagedRead(
    Source source,
    Optional<Condition> filter,
    Optional<Projection> projection,
    boolean isCount,
    OptionalInt limit) {
  private static final int LARGEST_PAGE = 1024 * 1024;

  /**
   * A page.
   *
   * @param items those that match
   * @param scanned how many were read
   * @param bytes how much was read
   * @param last where the next page begins, if there may be one
   */
  record Page(List<Attributes> items, int scanned, int bytes, Optional<Attributes> last) {}

  /**
   * Reads a page.
   *
   * @param items what is left to read, in order
   */
  Page page(List<Attributes> items) {
    List<Attributes> found = new ArrayList<>();
    int scanned = 0;
    int bytes = 0;
    for (Attributes item : items) {
      Attributes entry = source.entryOf(item);
      scanned++;
      bytes += entry.itemSize();
      if (filter.isEmpty() || filter.get().holds(entry)) {
        found.add(projection.map(wanted -> wanted.of(entry)).orElse(entry));
      }
      boolean isFull = bytes >= LARGEST_PAGE && scanned < items.size();
      if (isFull || limit.isPresent() && scanned == limit.getAsInt()) {
        return new Page(found, scanned, bytes, Optional.of(source.position(item)));
      }
    }
    return new Page(found, scanned, bytes, Optional.empty());
  }

  /** The page as the service answers. */
  ObjectNode answer(Page page, ValueWriter writer) {
    ObjectNode answer = Json.NODES.objectNode().put("Count", page.items().size());
    if (!isCount) {
      ArrayNode items = answer.putArray("Items");
      page.items().forEach(item -> items.add(writer.attributes(item)));
    }
    page.last().ifPresent(last -> answer.set("LastEvaluatedKey", writer.attributes(last)));
    return answer.put("ScannedCount", page.scanned());
  }
}
