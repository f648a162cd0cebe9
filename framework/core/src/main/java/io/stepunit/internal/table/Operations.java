package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueWriter;
import java.time.Clock;

/** Does what requests ask of the tables of one environment; each at once, and wholly or not. */
final class Operations {
  private final Reads reads;
  private final Writes writes;
  private final Batches batches;
  private final Transactions transactions;

  /**
   * @param clock the virtual time
   */
  Operations(Tables tables, Clock clock) {
    this.reads = new Reads(tables);
    this.writes = new Writes(tables);
    this.batches = new Batches(tables);
    this.transactions = new Transactions(tables, new ClientTokens(clock));
  }

  /**
   * Does one.
   *
   * @param json the request
   * @param writer writes the attribute values of the answer
   * @return the answer, as DynamoDB's API has it
   * @throws TableException if DynamoDB refuses it
   */
  ObjectNode call(Operation operation, JsonNode json, ValueWriter writer) {
    TableRequest request = new TableRequest(json);
    return switch (operation) {
      case GET_ITEM -> reads.getItem(request, writer);
      case PUT_ITEM -> writes.putItem(request, writer);
      case UPDATE_ITEM -> writes.updateItem(request, writer);
      case DELETE_ITEM -> writes.deleteItem(request, writer);
      case QUERY -> reads.query(request, writer);
      case SCAN -> reads.scan(request, writer);
      case BATCH_GET_ITEM -> batches.batchGetItem(request, writer);
      case BATCH_WRITE_ITEM -> batches.batchWriteItem(request);
      case TRANSACT_GET_ITEMS -> transactions.transactGetItems(request, writer);
      case TRANSACT_WRITE_ITEMS -> transactions.transactWriteItems(request);
    };
  }
}
