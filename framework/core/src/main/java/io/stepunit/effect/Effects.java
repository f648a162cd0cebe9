package io.stepunit.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The effects of Tasks: their calls over all attempts, executions and duplicates, in order.
 * Immutable.
 *
 * <pre>{@code
 * assertThat(order.effects("Charge")).happenedOncePer("$.orderId").isCompensatedBy("Refund");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Effects {
  private final String subject;
  private final List<TaskEffect> all;
  private final List<Forgotten> forgotten;
  private final Predicate<TaskEffect> selection;

  private Effects(
      String subject,
      List<TaskEffect> all,
      List<Forgotten> forgotten,
      Predicate<TaskEffect> selection) {
    this.subject = subject;
    this.all = List.copyOf(all);
    this.forgotten = List.copyOf(forgotten);
    this.selection = selection;
  }

  /**
   * Calls of a Task by child executions that were not kept, of which nothing else is known.
   *
   * @param stateMachineArn the machine; that of child executions ends with the Map's label
   * @param state the Task
   * @param calls how many, at least 1
   */
  public record Forgotten(String stateMachineArn, String state, int calls) {}

  /** The calls of all Tasks, in the order in which they were made. */
  public static Effects ofAll(List<TaskEffect> all) {
    return ofAll(all, List.of());
  }

  /**
   * The calls of all Tasks.
   *
   * @param all those that are known, in the order in which they were made
   * @param forgotten those that are not
   */
  public static Effects ofAll(List<TaskEffect> all, List<Forgotten> forgotten) {
    Objects.requireNonNull(forgotten, "forgotten");
    Objects.requireNonNull(all, "all");
    return new Effects("all Tasks", all, forgotten, effect -> true);
  }

  /**
   * Returns the effects of one Task.
   *
   * @param state the state's name, or its path into branches and iterations ({@code
   *     Lines[3]/Charge})
   */
  public Effects of(String state) {
    Objects.requireNonNull(state, "state");
    Predicate<TaskEffect> isMeant =
        effect -> effect.state().equals(state) || effect.path().equals(state);
    String name = state.substring(state.lastIndexOf('/') + 1);
    List<Forgotten> others =
        forgotten.stream()
            .filter(other -> other.state().equals(state) || other.state().equals(name))
            .toList();
    return new Effects(state, all, others, selection.and(isMeant));
  }

  /** Returns the effects of one machine's executions, including its Map Runs. */
  public Effects ofMachine(String stateMachineArn) {
    Objects.requireNonNull(stateMachineArn, "stateMachineArn");
    Predicate<String> isMeant =
        arn -> arn.equals(stateMachineArn) || arn.startsWith(stateMachineArn + "/");
    List<Forgotten> others =
        forgotten.stream().filter(other -> isMeant.test(other.stateMachineArn())).toList();
    return new Effects(
        subject, all, others, selection.and(effect -> isMeant.test(effect.machineArn())));
  }

  /**
   * Returns how many more calls there were: those by child executions that the environment did not
   * keep, beyond the first 10,000 such calls. {@link
   * io.stepunit.EnvironmentBuilder#keepingChildren} keeps more.
   */
  public int forgotten() {
    return forgotten.stream().mapToInt(Forgotten::calls).sum();
  }

  /** Returns the subject for messages: {@code Charge}, or {@code all Tasks}. */
  public String subject() {
    return subject;
  }

  /** Returns all calls, including those without an effect. */
  public List<TaskEffect> list() {
    return all.stream().filter(selection).toList();
  }

  /** Returns the calls that had their effect. */
  public List<TaskEffect> happened() {
    return list().stream().filter(TaskEffect::happened).toList();
  }

  /**
   * Those that happened and that no other Task undid: no effect of it came later, in the same
   * execution, that undid no other one already.
   *
   * @param state the Task that compensates
   * @param path where both inputs have what ties them together ({@code $.orderId}); an effect may
   *     then be undone by another execution, too. Empty if the execution is enough
   * @throws IllegalArgumentException if the text is no path
   */
  public List<TaskEffect> notCompensatedBy(String state, Optional<String> path) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(state, "state");
    List<TaskEffect> compensations = new ArrayList<>(ofAll(all).of(state).happened());
    List<TaskEffect> open = new ArrayList<>();
    for (TaskEffect effect : happened()) {
      Optional<TaskEffect> undone =
          compensations.stream().filter(later -> undoes(later, effect, path)).findFirst();
      undone.ifPresentOrElse(compensations::remove, () -> open.add(effect));
    }
    return open;
  }

  private boolean undoes(TaskEffect later, TaskEffect effect, Optional<String> path) {
    boolean isTied =
        path.isEmpty()
            ? later.executionArn().equals(effect.executionArn())
            : effect.inputAt(path.get()).isPresent()
                && effect.inputAt(path.get()).equals(later.inputAt(path.get()));
    return isTied && later.number() > effect.number();
  }

  /** One line for each effect. */
  @Override
  public String toString() {
    return list().stream().map(TaskEffect::toString).collect(Collectors.joining("\n"));
  }
}
