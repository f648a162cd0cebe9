package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.EnvironmentBuilder;
import io.stepunit.Recording;
import io.stepunit.Recordings;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Replay;

/**
 * A case of the corpus: a recording that brings its definition.
 *
 * @param recording the execution
 * @param recorded the same, with its definition
 */
record CaseRecording(Recording recording, RecordedCase recorded) {
  /** The recording of a case's JSON. */
  static CaseRecording of(JsonNode json) {
    RecordedCase recorded = CaseFile.read(Json.parse(CaseFile.withPartition(Json.text(json))));
    return new CaseRecording(Recordings.of(recorded), recorded);
  }

  String definition() {
    return recorded.definition().orElseThrow();
  }

  EnvironmentBuilder environment() {
    return recording.environment();
  }

  /** Runs a machine of this definition as recorded. */
  Replay replay(TestStateMachine machine) {
    return recording.replay(machine);
  }

  /** Runs the definition as recorded. */
  Replay replay() {
    return recording.replay(definition());
  }
}
