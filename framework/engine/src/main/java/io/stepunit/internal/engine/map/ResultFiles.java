package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.bucket.MemoryBucket;
import io.stepunit.internal.json.Json;
import java.util.EnumMap;
import java.util.Map;

/** What a ResultWriter writes to a bucket: a file for each outcome, and a manifest of them. */
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
  private final Map<Outcome, ResultFile> files = new EnumMap<>(Outcome.class);

  /**
   * @param prefix what the keys begin with; may be empty
   * @param run the last part of the Map Run's ARN
   * @param lines whether the files are JSON Lines
   */
  public ResultFiles(MemoryBucket bucket, String prefix, String run, boolean lines) {
    this.bucket = bucket;
    String before = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    this.folder = before.isEmpty() ? run : before + "/" + run;
    for (Outcome outcome : Outcome.values()) {
      files.put(outcome, new ResultFile(lines));
    }
  }

  /** Adds a result. */
  public void add(Outcome outcome, JsonNode result) {
    file(outcome).add(result);
  }

  private ResultFile file(Outcome outcome) {
    ResultFile file = files.get(outcome);
    if (file == null) {
      throw new IllegalStateException("no file for " + outcome);
    }
    return file;
  }

  /** Drops all but the successes: a redriven Map Run does the rest again. */
  public void keepSuccesses() {
    boolean lines = file(Outcome.SUCCEEDED).hasLines();
    files.put(Outcome.FAILED, new ResultFile(lines));
    files.put(Outcome.PENDING, new ResultFile(lines));
  }

  /**
   * Puts the files into the bucket, those that have something in them, and the manifest.
   *
   * @return what the Map state tells of it
   */
  public JsonNode write(String mapRunArn) {
    ObjectNode manifest = Json.NODES.objectNode();
    manifest.put("DestinationBucket", bucket.name());
    manifest.put("MapRunArn", mapRunArn);
    ObjectNode written = manifest.putObject("ResultFiles");
    for (Outcome outcome : Outcome.values()) {
      ResultFile file = file(outcome);
      String name = outcome + (file.hasLines() ? "_0.jsonl" : "_0.json");
      write(file, folder + "/" + name, written.putArray(outcome.name()));
    }
    String key = folder + "/manifest.json";
    bucket.put(key, Json.text(manifest));
    ObjectNode result = Json.NODES.objectNode();
    result.put("MapRunArn", mapRunArn);
    result.putObject("ResultWriterDetails").put("Bucket", bucket.name()).put("Key", key);
    return result;
  }

  private void write(ResultFile file, String key, ArrayNode written) {
    if (!file.isEmpty()) {
      byte[] compressed = file.compressed();
      bucket.putCompressed(key, compressed, file.size());
      written.addObject().put("Key", key).put("Size", file.size());
    }
  }
}
