package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import io.stepunit.effect.TaskEffect;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Arn;
import io.stepunit.mock.SentMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The record of what one test did to the world around its machines: calls of Tasks, messages,
 * objects, and the executions that started each other. It is bounded, and says how much it left
 * out.
 */
final class WorldRecord {
  private static final int MOST_ENTRIES = 1_000;

  /**
   * A call of a Task.
   *
   * @param environment which of the test's it was in: each begins anew
   */
  private record Call(int environment, TaskEffect effect) {}

  /** The same work done twice: a call that happened, and one before it that did as well. */
  private record Work(int environment, String machineArn, String state, String input) {}

  private final RecordedTest test;
  private final ObjectNode json = Json.NODES.objectNode();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<Work, Integer> done = new HashMap<>();
  private int effects;

  private WorldRecord(RecordedTest test) {
    this.test = test;
    json.put("kind", "world");
    json.put("test", test.id().uniqueId());
    json.put("key", test.id().key());
  }

  /**
   * The record of a test.
   *
   * @param environments those that the test made, in order
   * @return empty if the test started no execution
   */
  static Optional<ObjectNode> of(RecordedTest test, List<StepFunctionsEnvironment> environments) {
    List<Execution> executions = all(environments, StepFunctionsEnvironment::executions);
    if (executions.isEmpty()) {
      return Optional.empty();
    }
    WorldRecord record = new WorldRecord(test);
    record.putAll("effects", calls(environments), record::put);
    record.putOutboxes(environments.stream().map(env -> env.outbox().sent()).toList());
    record.putAll(
        "buckets", all(environments, StepFunctionsEnvironment::buckets), WorldRecord::put);
    record.putAll("executions", executions, record::put);
    return Optional.of(record.json);
  }

  private static <T> List<T> all(
      List<StepFunctionsEnvironment> environments,
      Function<StepFunctionsEnvironment, List<T>> part) {
    return environments.stream().flatMap(env -> part.apply(env).stream()).toList();
  }

  private static List<Call> calls(List<StepFunctionsEnvironment> environments) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < environments.size(); i++) {
      for (TaskEffect effect : environments.get(i).effects().list()) {
        calls.add(new Call(i, effect));
      }
    }
    return calls;
  }

  private void put(ObjectNode json, Execution execution) {
    int before = seen.merge(execution.arn(), 1, Integer::sum) - 1;
    test.idOf(execution.arn(), before).ifPresent(id -> json.put("id", id));
    ExecutionSummary.put(json, execution);
  }

  private <T> void putAll(String member, List<T> entries, BiConsumer<ObjectNode, T> put) {
    ArrayNode array = json.putArray(member);
    entries.stream().limit(MOST_ENTRIES).forEach(entry -> put.accept(array.addObject(), entry));
    if (entries.size() > MOST_ENTRIES) {
      json.withObject("/leftOut").put(member, entries.size() - MOST_ENTRIES);
    }
  }

  private void put(ObjectNode json, Call call) {
    TaskEffect effect = call.effect();
    effects++;
    json.put("number", effects);
    json.put("machine", Arn.parse(effect.machineArn()).name());
    json.put("execution", effect.execution());
    json.put("arn", effect.executionArn());
    json.put("state", effect.state());
    json.put("path", effect.path());
    json.put("resource", effect.resource());
    json.put("attempt", effect.attempt());
    json.put("at", effect.at().toString());
    json.put("outcome", effect.outcome().name());
    BoundedData.put(json, "input", effect.input());
    if (effect.happened()) {
      Work work =
          new Work(
              call.environment(), effect.machineArn(), effect.state(), Json.text(effect.input()));
      Integer first = done.putIfAbsent(work, effects);
      if (first != null) {
        json.put("repeats", first);
      }
    }
  }

  private void putOutboxes(List<List<SentMessage>> outboxes) {
    ArrayNode array = json.putArray("outboxes");
    int leftOut = 0;
    for (List<SentMessage> sent : outboxes) {
      if (!sent.isEmpty()) {
        ArrayNode messages = array.addObject().putArray("messages");
        sent.stream().limit(MOST_ENTRIES).forEach(message -> put(messages.addObject(), message));
        leftOut += sent.size() - messages.size();
      }
    }
    if (leftOut > 0) {
      json.withObject("/leftOut").put("messages", leftOut);
    }
  }

  private static void put(ObjectNode json, SentMessage message) {
    json.put("service", message.service());
    json.put("execution", message.execution());
    json.put("state", message.state());
    json.put("path", message.path());
    json.put("at", message.at().toString());
    BoundedData.put(json, "message", message.message());
    BoundedData.put(json, "request", message.request());
  }

  private static void put(ObjectNode json, Bucket bucket) {
    json.put("name", bucket.name());
    if (bucket.isAccessDenied()) {
      json.put("accessDenied", true);
    }
    List<StoredObject> objects = bucket.objects();
    ArrayNode array = json.putArray("objects");
    objects.stream().limit(MOST_ENTRIES).forEach(object -> put(array.addObject(), object));
    if (objects.size() > MOST_ENTRIES) {
      json.put("leftOut", objects.size() - MOST_ENTRIES);
    }
  }

  private static void put(ObjectNode json, StoredObject object) {
    json.put("key", object.key());
    json.put("size", object.size());
    json.put("lastModified", object.lastModified().toString());
    json.put("etag", object.etag());
    if (object.size() <= BoundedData.MOST_BYTES) {
      text(object).ifPresent(text -> json.put("text", text));
    }
  }

  private static Optional<String> text(StoredObject object) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(object.bytes());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
