package io.stepunit.internal.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine that a recording was made of, which may be registered under another name where it is
 * replayed.
 *
 * @param arns how its ARNs begin, up to the type of what they name
 * @param name its name
 */
record MachineOnAws(String arns, String name) {
  private static final Pattern MAP_RUN =
      Pattern.compile("(arn:[^:]+:states:[^:]*:[^:]*:)mapRun:([^/:]+).*");

  /** The machine, if the history tells: only the ARN of a Map Run always does. */
  static Optional<MachineOnAws> of(List<RecordedEvent> history) {
    return history.stream()
        .map(event -> MAP_RUN.matcher(event.details().path("mapRunArn").asText()))
        .filter(Matcher::matches)
        .map(arn -> new MachineOnAws(arn.group(1), arn.group(2)))
        .findFirst();
  }

  /** The machine with an ARN. */
  static MachineOnAws ofArn(String machineArn) {
    int type = machineArn.indexOf("stateMachine:");
    return new MachineOnAws(
        machineArn.substring(0, type), machineArn.substring(type + "stateMachine:".length()));
  }

  /**
   * The words by which data names the machine, its executions and its Map Runs, each by what it
   * means. A bare name is too short a word to look for within texts, but for the beginning of a
   * text in JSON.
   */
  Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    for (String type : List.of("stateMachine", "execution", "express", "mapRun")) {
      words.put(type, arns + type + ":" + name);
    }
    words.put("name", '"' + name + '"');
    words.put("name of children", '"' + name + '/');
    return words;
  }
}
