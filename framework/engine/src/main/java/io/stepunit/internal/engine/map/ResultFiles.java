package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.bucket.MemoryBucket;
import io.stepunit.internal.json.Json;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a ResultWriter writes to a bucket: a file for each outcome, and a manifest of them. Each
 * redrive of a Map Run is a generation of its own, in a folder {@code Redrive-N} within the first
 * one's; what earlier ones have written stays.
 */
public final class ResultFiles {
  /** What became of an item, in the order of the manifest. */
  public enum Outcome {
    /** Failed, timed out or aborted. */
    FAILED,
    /** Never begun. */
    PENDING,
    SUCCEEDED
  }

  private final MemoryBucket bucket;
  private final String folder;
  private final boolean lines;

  /** The files of successes, of all generations that were written. */
  private final ArrayNode successes = Json.NODES.arrayNode();

  private final Map<Outcome, ResultFile> files = new EnumMap<>(Outcome.class);
  private int generation;

  /**
   * @param prefix what the keys begin with; may be empty
   * @param run the last part of the Map Run's ARN
   * @param lines whether the files are JSON Lines
   */
  public ResultFiles(MemoryBucket bucket, String prefix, String run, boolean lines) {
    this.bucket = bucket;
    this.lines = lines;
    String before = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    this.folder = before.isEmpty() ? run : before + "/" + run;
  }

  /** Adds a result. */
  public void add(Outcome outcome, JsonNode result) {
    file(outcome).add(result);
  }

  private ResultFile file(Outcome outcome) {
    return files.computeIfAbsent(outcome, any -> new ResultFile(lines));
  }

  /** The Map Run is redriven. */
  public void beginGeneration() {
    generation++;
    files.clear();
  }

  /**
   * Puts the files of this generation into the bucket, those that have something in them, and a
   * manifest of them and of all successes. As recorded, a generation without a success writes an
   * empty file of successes if an earlier one had some.
   *
   * @return what the Map state's result shows of it
   */
  public JsonNode write(String mapRunArn) {
    String at = generation == 0 ? folder : folder + "/Redrive-" + generation;
    ObjectNode manifest = Json.NODES.objectNode();
    manifest.put("DestinationBucket", bucket.name());
    manifest.put("MapRunArn", mapRunArn);
    ObjectNode written = manifest.putObject("ResultFiles");
    write(Outcome.FAILED, at, written.putArray(Outcome.FAILED.name()));
    write(Outcome.PENDING, at, written.putArray(Outcome.PENDING.name()));
    if (!successes.isEmpty()) {
      file(Outcome.SUCCEEDED);
    }
    write(Outcome.SUCCEEDED, at, successes);
    written.set(Outcome.SUCCEEDED.name(), successes);
    String key = at + "/manifest.json";
    bucket.put(key, Json.text(manifest));
    ObjectNode result = Json.NODES.objectNode();
    result.put("MapRunArn", mapRunArn);
    result.putObject("ResultWriterDetails").put("Bucket", bucket.name()).put("Key", key);
    return result;
  }

  private void write(Outcome outcome, String at, ArrayNode written) {
    ResultFile file = files.remove(outcome);
    if (file != null) {
      String key = at + "/" + outcome + (lines ? "_0.jsonl" : "_0.json");
      byte[] compressed = file.complete();
      bucket.putCompressed(key, compressed, file.size());
      written.addObject().put("Key", key).put("Size", file.size());
    }
  }
}
