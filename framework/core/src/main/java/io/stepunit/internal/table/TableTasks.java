package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.aws.ResponseMetadata;
import io.stepunit.internal.awsmodel.MemberNames;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Answers Tasks that call DynamoDB, as far as their tables are in the environment. */
final class TableTasks implements SimulatedService {
  private static final String OPTIMIZED = "dynamodb";
  private static final String SDK = "aws-sdk:dynamodb";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

  private static final Integration OF_THE_SDK = Integration.ofSdk("DynamoDb");
  private static final Integration OF_STEP_FUNCTIONS =
      Integration.ofOptimized(OPTIMIZED).orElseThrow();

  private final Tables tables;
  private final Operations operations;

  TableTasks(Tables tables, Operations operations) {
    this.tables = tables;
    this.operations = operations;
  }

  @Override
  public Optional<AttemptReply> reply(AttemptRequest task) {
    return reply(task.resource(), task.input());
  }

  /** The reply to a Task; empty if no table of the environment can give it. */
  Optional<AttemptReply> reply(Resource resource, JsonNode request) {
    if (!isOfDynamoDb(resource)) {
      return Optional.empty();
    }
    Resource.Service called = (Resource.Service) resource;
    return Operation.of(called.action())
        .filter(operation -> isAnswered(operation, request))
        .map(operation -> reply(called, operation, request));
  }

  private static boolean isOfDynamoDb(Resource resource) {
    return resource instanceof Resource.Service called
        && (called.service().equals(OPTIMIZED) || called.service().equals(SDK));
  }

  private boolean isAnswered(Operation operation, JsonNode request) {
    List<String> names = operation.tablesIn(request);
    return !names.isEmpty()
        && names.stream().allMatch(tables::isAnswerable)
        && operation.legacyIn(request).isEmpty();
  }

  private AttemptReply reply(Resource.Service called, Operation operation, JsonNode request) {
    boolean optimized = Integration.isOptimized(called);
    Duration after = tables.time(operation.tablesIn(request));
    try {
      ValueWriter writer = new ValueWriter(optimized ? MemberNames.API : MemberNames.SDK);
      ObjectNode answer = Json.sorted(operations.call(operation, request, writer));
      if (optimized) {
        ResponseMetadata.addTo(answer, OPTIMIZED, 200, headers(answer));
      }
      return called.pattern() == Pattern.WAIT_FOR_TASK_TOKEN
          ? new AttemptReply.Silence(List.of(), Optional.of(answer))
          : new AttemptReply.Succeeds(answer, after, List.of(), Optional.empty());
    } catch (TableException e) {
      return refused(called, e, after);
    }
  }

  private static Map<String, String> headers(ObjectNode answer) {
    CRC32 checksum = new CRC32();
    checksum.update(Json.text(answer).getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = new HashMap<>(ResponseMetadata.contentOf(answer, CONTENT_TYPE));
    headers.put("x-amz-crc32", String.valueOf(checksum.getValue()));
    return headers;
  }

  private static AttemptReply refused(Resource.Service called, TableException e, Duration after) {
    Integration names = Integration.isOptimized(called) ? OF_STEP_FUNCTIONS : OF_THE_SDK;
    String type = e.isInvalid() ? names.unspecific() : e.code();
    FailedStep step =
        called.pattern() == Pattern.WAIT_FOR_TASK_TOKEN ? FailedStep.CALL : FailedStep.RUN;
    return new AttemptReply.Fails(
        names.prefix() + "." + type,
        e.reason() + " " + names.details(400, e.code(), false),
        after,
        List.of(),
        step,
        Optional.empty());
  }

  @Override
  public Optional<String> hint(AttemptRequest task) {
    return hint(task.resource(), task.input());
  }

  /** Why no table of the environment answers a Task, and what to do; empty if it is no matter. */
  Optional<String> hint(Resource resource, JsonNode request) {
    return isOfDynamoDb(resource)
        ? Operation.of(((Resource.Service) resource).action())
            .flatMap(operation -> new MissingTables(tables, operation).hint(request))
        : Optional.empty();
  }
}
