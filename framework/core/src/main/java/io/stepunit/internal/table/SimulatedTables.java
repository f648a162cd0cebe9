package io.stepunit.internal.table;

import io.stepunit.TaskReply;
import io.stepunit.TaskReply.FailedStep;
import io.stepunit.TaskRequest;
import io.stepunit.internal.client.EnvironmentLock;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.spi.UnanswerableTaskException;
import io.stepunit.table.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The DynamoDB tables of one environment. */
public final class SimulatedTables {
  private final Tables tables = new Tables();
  private final TableTasks tasks;
  private final UserJson json;
  private final Clock clock;
  private final EnvironmentLock lock;

  /**
   * @param json reads users' values
   * @param clock the virtual time
   * @param lock lets one thread at a time into the environment
   */
  public SimulatedTables(UserJson json, Clock clock, EnvironmentLock lock) {
    this.json = json;
    this.clock = clock;
    this.lock = lock;
    this.tasks = new TableTasks(tables, new Operations(tables, clock));
  }

  /** What answers Tasks. */
  public SimulatedService tasks() {
    return tasks;
  }

  /** The table of this name; from now on it is there. */
  public Table table(String name) {
    return tables
        .handle(name)
        .orElseGet(
            () ->
                tables.add(
                    new MemoryTable(new StoredTable(name), json, clock, lock, this::handle)));
  }

  /** Declares the tables of others, with what is in them now. */
  public void copyAll(SimulatedTables others) {
    for (MemoryTable other : others.tables.all()) {
      tables.add(new MemoryTable(other.stored().copy(clock), json, clock, lock, this::handle));
    }
  }

  /** The tables that were named so far. */
  public List<Table> all() {
    return List.copyOf(tables.all());
  }

  private TaskReply handle(TaskRequest request) {
    Resource resource = Resource.parse(request.resource());
    AttemptReply reply =
        tasks
            .reply(resource, request.input())
            .orElseThrow(
                () ->
                    new UnanswerableTaskException(
                        tasks
                            .hint(resource, request.input())
                            .orElse(
                                request.resource()
                                    + " is no call that a table answers. Mock the Task.")));
    if (reply instanceof AttemptReply.Fails fails) {
      return new TaskReply.Fails(
          Optional.ofNullable(fails.error()),
          Optional.ofNullable(fails.cause()),
          fails.after(),
          List.of(),
          fails.failure() == AttemptReply.FailedStep.CALL ? FailedStep.CALL : FailedStep.RUN,
          Optional.empty());
    }
    return reply instanceof AttemptReply.Succeeds succeeds
        ? new TaskReply.Succeeds(succeeds.result(), succeeds.after(), List.of(), Optional.empty())
        : new TaskReply.Silence(List.of(), reply.submitted());
  }
}
