package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import io.stepunit.mock.TaskCall;
import io.stepunit.recording.Replay;
import java.util.Map;

/** What a case needs beside its own recording: objects, and what answers child executions. */
record RecordedWorld(CaseRecording recording, TestStateMachine machine) {
  /** The function of many cases, which returns what it is given; their notes name it. */
  private static final String IDENTITY = "id_function.py";

  static RecordedWorld of(JsonNode json) {
    CaseRecording recording = CaseRecording.of(json);
    StepFunctionsEnvironment environment = recording.environment().build();
    for (JsonNode object : json.path("s3Objects")) {
      environment
          .bucket(object.get("bucket").textValue())
          .put(object.get("key").textValue(), object.get("body").textValue());
    }
    TestStateMachine machine = environment.define("recorded", recording.definition());
    if (json.path("notes").toString().contains(IDENTITY)) {
      CompiledDefinition.of(machine.definition())
          .graph()
          .all()
          .filter(state -> state instanceof MapState map && map.distributed().isPresent())
          .flatMap(map -> ((MapState) map).itemProcessor().all())
          .filter(TaskState.class::isInstance)
          .map(State::name)
          .distinct()
          .forEach(task -> machine.mock(task).answers(RecordedWorld::identity));
    }
    return new RecordedWorld(recording, machine);
  }

  private static Object identity(TaskCall call) {
    JsonNode input = call.input();
    return input.has("Payload")
        ? Map.of("Payload", input.get("Payload"), "StatusCode", 200)
        : input;
  }

  Replay replay() {
    return recording.replay(machine);
  }
}
