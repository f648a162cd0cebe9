package io.stepunit.internal.report;

import io.stepunit.internal.contract.AssumedBy;
import io.stepunit.internal.contract.AssumedCall;
import io.stepunit.internal.contract.Assumption;
import io.stepunit.internal.contract.ContractedTask;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.mock.HandlerCall;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.CalledFunction;
import io.stepunit.internal.text.Arn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what the mocks of passed tests assumed of the code behind Tasks. What one mock assumes is
 * written once, and again for a test that comes first by its name: so it is the same whatever test
 * runs first.
 */
final class ContractRecords {
  /** What is nested more deeply is left out: other programs may refuse to read it. */
  private static final int LEVELS = 100;

  private final DefinitionRecords definitions;
  private final Map<String, String> written = new HashMap<>();

  ContractRecords(DefinitionRecords definitions) {
    this.definitions = definitions;
  }

  /** What was written last has not come into the file. */
  void discarded() {
    written.clear();
  }

  void write(RecordFile out, EndedTest test) throws IOException {
    if (test.result().status() != TestResult.Status.PASSED) {
      return;
    }
    String name = name(test.result());
    Map<String, String> files = files(test);
    for (MockedCalls.Call call : test.mocked()) {
      Optional<HandlerCall> seen = HandlerCall.of(call.request(), call.reply());
      if (seen.isPresent() && !isDeep(seen.get())) {
        write(out, assumption(call, seen.get(), name, files));
      }
    }
  }

  private static boolean isDeep(HandlerCall call) {
    return Json.isDeeper(call.input(), LEVELS)
        || call.result().filter(result -> Json.isDeeper(result, LEVELS)).isPresent();
  }

  private void write(RecordFile out, Assumption assumption) throws IOException {
    String key = Digest.hex(assumption.keyWithoutTest());
    String test = assumption.by().test();
    String before = written.get(key);
    if (before == null || test.compareTo(before) < 0) {
      written.put(key, test);
      out.add(assumption.toRecord());
    }
  }

  /** The files of the definitions, by the ARNs of their executions. */
  private Map<String, String> files(EndedTest test) {
    Map<String, String> files = new HashMap<>();
    if (!test.mocked().isEmpty()) {
      for (RecordedRun run : test.runs()) {
        CompiledDefinition definition = run.run().snapshot().description().definition();
        files.put(run.run().arn(), definitions.fileOf(definition));
      }
    }
    return files;
  }

  private static Assumption assumption(
      MockedCalls.Call call, HandlerCall seen, String test, Map<String, String> files) {
    AttemptRequest request = call.request();
    String file = files.getOrDefault(request.topExecutionArn(), request.location().file());
    ContractedTask task =
        new ContractedTask(
            machine(request),
            request.state(),
            request.resource().arn(),
            CalledFunction.of(request).map(FunctionName::toString),
            request.resource() instanceof Resource.Service service
                && service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN,
            file);
    AssumedBy by = new AssumedBy(test, call.mock().code(), AnswerLog.line(call.mock()));
    return new Assumption(
        task,
        new AssumedCall(seen.input(), seen.result(), seen.error(), seen.cause(), List.of(by)));
  }

  /** The machine; in a Distributed Map the one that the Map is in. */
  private static String machine(AttemptRequest request) {
    String name = Arn.nameIn(request.stateMachineArn());
    int label = name.indexOf('/');
    return label < 0 ? name : name.substring(0, label);
  }

  private static String name(TestResult result) {
    List<String> parts = new ArrayList<>();
    parts.add(result.testClass().substring(result.testClass().lastIndexOf('.') + 1));
    parts.addAll(result.containers());
    parts.add(result.name());
    return String.join(" > ", parts);
  }
}
