package io.stepunit.internal.equivalence;

import io.stepunit.equivalence.EquivalenceOptions;
import io.stepunit.internal.engine.SimulatedMachine;
import java.util.Optional;

/** Runs both machines with a case. */
final class Comparer {
  private final World world;
  private final SimulatedMachine original;
  private final SimulatedMachine now;
  private final CourseComparison comparison;
  private final Names names;
  private int runs;

  /** The new machine runs under the name of the original, which its data may tell. */
  Comparer(
      World world, SimulatedMachine original, SimulatedMachine now, EquivalenceOptions options) {
    this.world = world;
    this.original = original;
    this.now =
        new SimulatedMachine(
            original.name(), original.arn(), original.roleArn(), now.definition(), now.type());
    this.comparison = new CourseComparison(options);
    this.names = new Names(options.renamed());
  }

  /** What both did; empty if that is too long to be compared. */
  Optional<Trial> run(Case given) {
    runs++;
    String name = "case-" + runs;
    OriginalAnswers before = new OriginalAnswers(given);
    return world
        .run(original, name, given.input(), given.objects(), before)
        .map(execution -> Course.of(execution, before.sent()))
        .flatMap(course -> againstNew(given, name, course));
  }

  private Optional<Trial> againstNew(Case given, String name, Course course) {
    SameAnswers after = new SameAnswers(course.sent(), given.answers().get(), names);
    return world
        .run(now, name, given.input(), given.objects(), after)
        .map(execution -> Course.of(execution, after.sent()))
        .map(other -> new Trial(given, course, other, comparison.differences(course, other)));
  }
}
