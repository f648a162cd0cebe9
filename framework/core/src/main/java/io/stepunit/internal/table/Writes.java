package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueWriter;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** PutItem, UpdateItem and DeleteItem. */
final class Writes {
  private static final String RETURN_VALUES = "ReturnValues";
  private static final Set<ReturnValues> OF_WHOLE_ITEMS =
      EnumSet.of(ReturnValues.NONE, ReturnValues.ALL_OLD);

  private final WriteReader reader;

  Writes(Tables tables) {
    this.reader = new WriteReader(tables);
  }

  ObjectNode putItem(TableRequest request, ValueWriter writer) {
    requireOfWholeItems(request);
    return write(request, reader.put(request), writer);
  }

  ObjectNode deleteItem(TableRequest request, ValueWriter writer) {
    requireOfWholeItems(request);
    return write(request, reader.delete(request), writer);
  }

  ObjectNode updateItem(TableRequest request, ValueWriter writer) {
    return write(request, reader.update(request), writer);
  }

  private static void requireOfWholeItems(TableRequest request) {
    if (!OF_WHOLE_ITEMS.contains(request.choice(RETURN_VALUES, ReturnValues.NONE))) {
      throw TableException.invalid("ReturnValues can only be ALL_OLD or NONE");
    }
  }

  private static ObjectNode write(TableRequest request, Supplier<Write> write, ValueWriter writer) {
    ReturnValues wanted = request.choice(RETURN_VALUES, ReturnValues.NONE);
    Write.Outcome outcome = write.get().outcome();
    outcome.commit();
    ObjectNode answer = Json.NODES.objectNode();
    Attributes told = outcome.told(wanted);
    if (!told.members().isEmpty()) {
      answer.set("Attributes", writer.attributes(told));
    }
    Capacity capacity = Capacity.of(request);
    capacity.write(outcome);
    capacity.tellOneIn(answer);
    return answer;
  }
}
