package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TaskReply.FailedStep;
import io.stepunit.TaskRequest;
import io.stepunit.internal.aws.EventEntries;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.aws.ResponseMetadata;
import io.stepunit.internal.awsmodel.MemberNames;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps what Tasks only send: SQS messages, SNS notifications, EventBridge events and S3 objects.
 * Each call is kept, in order, and answered as the service answers.
 *
 * <pre>{@code
 * order.mockService("sqs").capturedBy(env.outbox());
 *
 * order.run(ORDER);
 *
 * assertThat(env.outbox().sent("sqs"))
 *     .extracting(sent -> sent.messageAt("$.orderId").orElseThrow().asInt())
 *     .containsExactly(7);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Outbox implements TaskHandler {
  /** The actions that only send, by {@code service:action}, and the field that carries what. */
  private static final Map<String, String> MESSAGES =
      Map.of(
          "sqs:sendMessage", "MessageBody",
          "sns:publish", "Message",
          "events:putEvents", "Detail",
          "s3:putObject", "Body");

  /** Read by one thread while another may be at work. */
  private final List<SentMessage> sent = Collections.synchronizedList(new ArrayList<>());

  /** Returns everything that was sent, in order. */
  public List<SentMessage> sent() {
    return List.copyOf(sent);
  }

  /**
   * Returns what was sent to one service, in order.
   *
   * @param service {@code sqs}, {@code sns}, {@code events} or {@code s3}
   * @throws IllegalArgumentException if it is another service
   */
  public List<SentMessage> sent(String service) {
    Objects.requireNonNull(service, "service");
    if (MESSAGES.keySet().stream().noneMatch(action -> action.startsWith(service + ":"))) {
      throw new IllegalArgumentException(
          "An outbox accepts what is sent to sqs, sns, events and s3, not to '" + service + "'");
    }
    return sent().stream().filter(one -> one.service().equals(service)).toList();
  }

  @Override
  public TaskReply handle(TaskRequest request) {
    Objects.requireNonNull(request, "request");
    Resource.Service resource = resource(request);
    String service = service(resource);
    String field = MESSAGES.get(service + ":" + resource.action());
    if (field == null
        || resource.pattern() == Pattern.SYNC
        || resource.pattern() == Pattern.SYNC_2) {
      throw refused(request);
    }
    ObjectNode answer =
        service.equals("events")
            ? putEvents(resource, request)
            : answer(resource, request, service, field);
    if (Integration.isOptimized(resource) && answer.path("FailedEntryCount").asInt() > 0) {
      return TaskReply.fails("EventBridge.FailedEntry", Json.text(answer)).at(FailedStep.CALL);
    }
    if (Integration.hasMetadata(resource)) {
      String type = service.equals("sqs") ? "application/x-amz-json-1.0" : "text/xml";
      ResponseMetadata.addTo(answer, service, 200, ResponseMetadata.contentOf(answer, type));
    }
    return resource.pattern() == Pattern.WAIT_FOR_TASK_TOKEN
        ? new TaskReply.Silence(List.of(), Optional.of(answer))
        : TaskReply.succeeds(answer);
  }

  private static Resource.Service resource(TaskRequest request) {
    if (Resource.parse(request.resource()) instanceof Resource.Service service) {
      return service;
    }
    throw refused(request);
  }

  private static String service(Resource.Service resource) {
    String name = resource.service().replace("aws-sdk:", "");
    return name.equals("eventbridge") ? "events" : name;
  }

  private static IllegalArgumentException refused(TaskRequest request) {
    return new IllegalArgumentException(
        "%s does not only send: an outbox takes %s. Mock the Task."
            .formatted(
                request.resource(),
                String.join(", ", MESSAGES.keySet().stream().sorted().toList())));
  }

  private ObjectNode answer(
      Resource.Service resource, TaskRequest request, String service, String field) {
    keep(request, service, request.input(), field);
    return switch (service) {
      case "sqs" -> sendMessage(resource, request);
      case "sns" -> Json.NODES.objectNode().put("MessageId", SentContent.id(request, 0));
      default -> putObject(Json.text(request.input().path(field)));
    };
  }

  private static ObjectNode sendMessage(Resource.Service resource, TaskRequest request) {
    MemberNames named = Integration.isOptimized(resource) ? MemberNames.API : MemberNames.SDK;
    JsonNode attributes = request.input().path("MessageAttributes");
    ObjectNode answer = Json.NODES.objectNode();
    if (!attributes.isEmpty()) {
      answer.put(
          named.of("MD5OfMessageAttributes"), SentContent.md5(SentContent.bytes(attributes)));
    }
    String body = SentContent.text(request.input().path("MessageBody"));
    return answer
        .put(named.of("MD5OfMessageBody"), SentContent.md5(body))
        .put("MessageId", SentContent.id(request, 0));
  }

  private static ObjectNode putObject(String stored) {
    return Json.NODES
        .objectNode()
        .put("ChecksumCRC32", SentContent.crc32(stored))
        .put("ChecksumType", "FULL_OBJECT")
        .put("ETag", "\"" + SentContent.md5(stored) + "\"")
        .put("ServerSideEncryption", "AES256");
  }

  /** An entry that the bus refuses is not kept; the others are, whatever becomes of the Task. */
  private ObjectNode putEvents(Resource.Service resource, TaskRequest request) {
    ObjectNode answer = Json.NODES.objectNode();
    ArrayNode entries = answer.putArray("Entries");
    int refused = 0;
    JsonNode sentInput =
        EventEntries.sent(
            resource, request.input(), request.executionArn(), request.stateMachineArn());
    for (JsonNode entry : sentInput.path("Entries")) {
      Optional<EntryRefusal> refusal = EntryRefusal.of(entry);
      if (refusal.isPresent()) {
        refused++;
        entries.add(refusal.get().toJson());
      } else {
        keep(request, "events", entry, "Detail");
        entries.addObject().put("EventId", SentContent.id(request, entries.size()));
      }
    }
    return answer.put("FailedEntryCount", refused);
  }

  private void keep(TaskRequest request, String service, JsonNode what, String field) {
    sent.add(
        new SentMessage(
            service,
            request.execution(),
            request.state(),
            request.path(),
            request.clock().instant(),
            what,
            service.equals("s3") ? what.path(field) : message(what.path(field))));
  }

  private static JsonNode message(JsonNode content) {
    if (content.isMissingNode()) {
      return Json.NODES.nullNode();
    }
    if (!content.isTextual()) {
      return content;
    }
    try {
      return Json.parseData(content.textValue());
    } catch (JsonTextException e) {
      return content;
    }
  }
}
