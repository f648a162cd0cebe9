package io.stepunit.internal.contract;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.load.DefinitionSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a contract was read from.
 *
 * @param name what messages call it
 * @param file its file; empty if it is in a jar
 */
public record ContractSource(String name, Optional<Path> file) {
  /** Errors of Lambda and of Step Functions, which no handler can throw. */
  private static final List<String> OF_SERVICES =
      List.of("States.", "Lambda.", "Sandbox.", "Runtime.");

  /** How deep a contract lies in its module: target/stepunit/contracts/order/Charge.json. */
  private static final int LEVELS = 5;

  /**
   * The calls that a handler can honour, at least one.
   *
   * @param contract what the file holds
   * @param workingDirectory the folder that the tests run in
   * @throws ContractException if there is none, or if the definition no longer has the Task
   */
  public List<AssumedCall> calls(Contract contract, Path workingDirectory) {
    requireTask(contract.task(), workingDirectory);
    if (contract.calls().isEmpty()) {
      throw new ContractException(
          "%s has no calls: no mock assumes anything of the Task '%s'. %s"
              .formatted(name, contract.task().state(), ContractException.WRITE_ANEW));
    }
    List<AssumedCall> calls =
        contract.calls().stream()
            .filter(call -> call.error().filter(ContractSource::isOfService).isEmpty())
            .toList();
    if (calls.isEmpty()) {
      throw new ContractException(
          "%s has no call that a handler can honour: the mocks of the Task '%s' only fail with errors of the service, such as %s. Let a mock return what the handler returns."
              .formatted(
                  name, contract.task().state(), contract.calls().get(0).error().orElse("")));
    }
    return calls;
  }

  private static boolean isOfService(String error) {
    return OF_SERVICES.stream().anyMatch(error::startsWith);
  }

  private void requireTask(ContractedTask task, Path workingDirectory) {
    Optional<Path> definition = definition(task.definition(), workingDirectory);
    List<String> states = definition.map(ContractSource::states).orElse(List.of());
    if (!states.isEmpty() && !states.contains(task.state())) {
      throw new ContractException(
          "%s is of the Task '%s', which %s no longer has.%s Name the contract of another Task, or remove this one."
              .formatted(
                  name,
                  task.state(),
                  definition.orElseThrow(),
                  new KnownNames("Its states", states).hintFor(task.state())));
    }
  }

  /** The definition, in the module of the contract or in that of the handler. */
  private Optional<Path> definition(String path, Path workingDirectory) {
    try {
      return Stream.concat(module().stream(), Stream.of(workingDirectory))
          .map(folder -> folder.resolve(path))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> module() {
    Optional<Path> folder = file;
    for (int i = 0; i < LEVELS; i++) {
      folder = folder.flatMap(path -> Optional.ofNullable(path.getParent()));
    }
    return folder;
  }

  /** Whether a definition can be loaded at all is for its own tests to tell. */
  private static List<String> states(Path definition) {
    try {
      StateMachineDefinition machine = DefinitionSource.file(definition).load().definition();
      return machine.stateNames();
    } catch (RuntimeException e) {
      return List.of();
    }
  }
}
