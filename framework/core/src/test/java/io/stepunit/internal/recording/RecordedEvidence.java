package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The recordings, for whoever names one as evidence. */
public final class RecordedEvidence {
  private final CaseRunner runner = new CaseRunner(ReviewedSkips.read("/recordings-skips.json"));
  private final Map<String, CorpusCase> cases;

  public RecordedEvidence(RecordingsFolder folder) {
    this.cases =
        CorpusCase.allIn(folder).stream()
            .collect(Collectors.toMap(CorpusCase::id, Function.identity(), (first, same) -> first));
  }

  /** The JSON of a recording. */
  public Optional<JsonNode> find(String id) {
    return Optional.ofNullable(cases.get(id)).map(CorpusCase::json);
  }

  /** What becomes of a recording that says something else. */
  public Verdict run(String id, JsonNode json) {
    CorpusCase recorded = cases.get(id);
    return runner.run(new CorpusCase(recorded.file(), id, recorded.kind(), recorded.group(), json));
  }
}
