package io.stepunit.cli;

import io.stepunit.Endpoint;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Printable;
import io.stepunit.mock.MockConfigCase;
import io.stepunit.mock.MockConfigFile;
import io.stepunit.mock.UnmockedTaskError;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells on the console what is served, and what goes wrong; by several threads. */
final class ServeConsole {
  private final PrintWriter out;

  ServeConsole(PrintWriter out) {
    this.out = out;
  }

  /** Clients can connect. */
  void ready(
      Endpoint endpoint, String time, StepFunctionsEnvironment env, Optional<MockConfigFile> file) {
    List<MockConfigCase> cases = file.map(MockConfigFile::testCases).orElse(List.of());
    StringBuilder text =
        new StringBuilder(
            "Step Functions at %s, time %s from %s\n".formatted(endpoint.uri(), time, env.now()));
    for (TestStateMachine machine : env.machines()) {
      text.append("  ").append(machine.arn()).append(casesOf(machine.name(), cases)).append('\n');
    }
    List<String> names = env.machines().stream().map(TestStateMachine::name).toList();
    cases.stream()
        .map(MockConfigCase::machine)
        .distinct()
        .filter(machine -> !names.contains(machine))
        .forEach(
            machine ->
                text.append("  %s: not there yet%s\n".formatted(machine, casesOf(machine, cases))));
    print(text.append("Stop it by Ctrl-C.").toString());
  }

  private static String casesOf(String machine, List<MockConfigCase> cases) {
    return cases.stream()
        .filter(each -> each.machine().equals(machine))
        .map(each -> "#" + each.name())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" "), names -> names.isEmpty() ? "" : ", " + names));
  }

  /** An execution fails because a Task has no mock. */
  void unmocked(UnmockedTaskError error) {
    int mark = error.machine().indexOf('#');
    String machine = mark < 0 ? error.machine() : error.machine().substring(0, mark);
    String testCase = mark < 0 ? "MyTestCase" : error.machine().substring(mark + 1);
    print(
        """
        %s Its execution fails.
        %s to the MockConfigFile.json of --mock-config:
          "StateMachines": {%s: {"TestCases": {%s: {%s: "MyResponse"}}}}
          "MockedResponses": {"MyResponse": {"0": {"Return": {}}}}
        %s\
        """
            .formatted(
                error.summary(),
                mark < 0 ? "Add a test case" : "Add the state",
                quoted(machine),
                quoted(testCase),
                quoted(error.state()),
                mark < 0
                    ? "and start executions of <the machine's ARN>#%s.".formatted(testCase)
                    : "and start this command again."));
  }

  private static String quoted(String name) {
    return Json.text(Json.NODES.textNode(name));
  }

  /** A call could not be answered as AWS would. */
  void fault(Throwable fault) {
    print("A call failed. " + (fault.getMessage() == null ? fault : fault.getMessage()));
  }

  private void print(String text) {
    synchronized (out) {
      out.println(Printable.lines(text));
      out.flush();
    }
  }
}
