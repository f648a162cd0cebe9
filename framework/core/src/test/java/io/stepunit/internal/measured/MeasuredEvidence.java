package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.internal.recording.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The measured cases, for whoever names one as evidence. */
public final class MeasuredEvidence {
  private final MeasuredRunner runner = new MeasuredRunner(MeasuredSkips.read());
  private final Map<String, MeasuredCase> cases;

  public MeasuredEvidence(RecordingsFolder folder) {
    this.cases =
        MeasuredCase.allIn(folder).stream()
            .collect(
                Collectors.toMap(
                    measured -> measured.group() + "/" + measured.id(), Function.identity()));
  }

  /** The JSON of a case. */
  public Optional<JsonNode> find(String id) {
    return Optional.ofNullable(cases.get(id)).map(MeasuredCase::json);
  }

  /** What becomes of a case that says something else. */
  public Verdict run(String id, JsonNode json) {
    MeasuredCase measured = cases.get(id);
    return runner.run(
        new MeasuredCase(measured.file(), measured.id(), measured.group(), measured.kind(), json));
  }
}
