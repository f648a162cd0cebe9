package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects the verdicts: a JSON file for tools, a table for people. */
public final class RecordingsSummary {
  private final List<Verdict> verdicts = new ArrayList<>();

  public void add(Verdict verdict) {
    verdicts.add(verdict);
  }

  public void write(Path file) throws IOException {
    ObjectNode json = Json.NODES.objectNode();
    json.put("total", verdicts.size());
    json.put("passed", count(Verdict.Kind.PASSED));
    for (Verdict.Kind kind :
        List.of(Verdict.Kind.SKIPPED, Verdict.Kind.NOT_YET, Verdict.Kind.FAILED)) {
      ArrayNode list = json.putArray(kind.word());
      verdicts.stream().filter(v -> v.outcome() == kind).forEach(v -> list.add(entry(v)));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, json.toPrettyString() + "\n");
  }

  private static ObjectNode entry(Verdict verdict) {
    ObjectNode entry = Json.NODES.objectNode();
    entry.put("id", verdict.id());
    entry.put("kind", verdict.kind());
    entry.put("reason", verdict.reason());
    return entry;
  }

  private long count(Verdict.Kind kind) {
    return verdicts.stream().filter(verdict -> verdict.outcome() == kind).count();
  }

  public boolean isEmpty() {
    return verdicts.isEmpty();
  }

  public String table() {
    return table("by kind", Verdict::kind) + "\n" + table("by group", Verdict::group);
  }

  private String table(String title, Function<Verdict, String> key) {
    Map<String, int[]> rows = new TreeMap<>();
    int[] sum = new int[Verdict.Kind.values().length];
    for (Verdict verdict : verdicts) {
      rows.computeIfAbsent(key.apply(verdict), k -> new int[sum.length])[
          verdict.outcome().ordinal()]++;
      sum[verdict.outcome().ordinal()]++;
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-28s %7s %7s %7s %7s%n",
            title,
            "passed",
            "skipped",
            "notYet",
            "failed"));
    rows.forEach((name, counts) -> text.append(row(name, counts)));
    return text.append(row("total", sum)).toString();
  }

  private static String row(String name, int[] counts) {
    return String.format(
        Locale.ROOT, "%-28s %7d %7d %7d %7d%n", name, counts[0], counts[1], counts[2], counts[3]);
  }
}
