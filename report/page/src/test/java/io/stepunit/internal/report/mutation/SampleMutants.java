package io.stepunit.internal.report.mutation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes files of mutants as {@code stepunit mutate} does. */
public final class SampleMutants {
  /** What {@code order.asl.json} holds unless it is said otherwise. */
  public static final String SOURCE =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "TimeoutSeconds": 60,
            "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 2 }],
            "End": true
          }
        }
      }
      """;

  private static final String FILE = "src/main/resources/order.asl.json";

  private final ObjectNode json = Json.NODES.objectNode();
  private final ArrayNode tests;
  private final ArrayNode mutants;

  private SampleMutants(String module, String shard, String source) {
    json.put("schemaVersion", "2.0");
    json.putObject("framework").put("name", "StepUnit").put("version", "0.1.0");
    json.putObject("config").put("module", module).put("shard", shard);
    ObjectNode file = json.putObject("files").putObject(FILE);
    file.put("language", "json").put("source", source);
    this.mutants = file.putArray("mutants");
    this.tests = json.putObject("testFiles").putObject("OrderTest").putArray("tests");
  }

  public static SampleMutants of(String module, String shard) {
    return of(module, shard, SOURCE);
  }

  public static SampleMutants of(String module, String shard, String source) {
    return new SampleMutants(module, shard, source);
  }

  /** Adds a test, whose number is the place that it is added at, from 1. */
  public SampleMutants test(String name) {
    tests.addObject().put("id", String.valueOf(tests.size())).put("name", name);
    return this;
  }

  /** The timeout of line 7 is left out. */
  public SampleMutants timeout(String status, String... killedBy) {
    return mutant("DropTimeout/States/Charge/TimeoutSeconds", "", status, killedBy)
        .place(7, 7, 27)
        .described("TimeoutSeconds of Charge is left out");
  }

  /** An attempt less, on line 8. */
  public SampleMutants attempts(String status, String... killedBy) {
    return mutant("ChangeMaxAttempts/States/Charge/Retry/0/MaxAttempts", "1", status, killedBy)
        .place(8, 59, 60)
        .described("Retry[0].MaxAttempts of Charge: 2 became 1");
  }

  private SampleMutants mutant(String id, String replacement, String status, String... killedBy) {
    ObjectNode mutant = mutants.addObject().put("id", FILE + ":" + id);
    mutant.put("mutatorName", id.substring(0, id.indexOf('/')));
    mutant.put("replacement", replacement).put("status", status);
    ArrayNode covering = mutant.putArray("coveredBy");
    if (!status.equals("NoCoverage")) {
      tests.forEach(test -> covering.add(test.path("id")));
    }
    ArrayNode killers = mutant.putArray("killedBy");
    List.of(killedBy).forEach(killers::add);
    if (killedBy.length > 0) {
      mutant.put("statusReason", "expected 3 attempts");
    }
    return this;
  }

  private SampleMutants place(int line, int from, int to) {
    ObjectNode location = last().putObject("location");
    location.putObject("start").put("line", line).put("column", from);
    location.putObject("end").put("line", line).put("column", to);
    return this;
  }

  private SampleMutants described(String words) {
    last().put("description", words);
    return this;
  }

  private ObjectNode last() {
    return (ObjectNode) mutants.get(mutants.size() - 1);
  }

  public Path write(Path file) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      return Files.writeString(file, Json.pretty(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
