package io.stepunit.internal.property;

import io.stepunit.Fault;
import io.stepunit.Interleaving;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.report.RecordedWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a case.
 *
 * @param world the environment of the case
 * @param machine the machine in it
 * @param aborted what aborted the execution from within
 * @param order the order, with the choices that were made
 * @param answers what Tasks without a mock of the test were answered, by their names
 * @param fired how often each fault befell a call
 * @param redriven whether an execution was redriven
 */
public record CaseRun(
    Case given,
    RecordedWorld world,
    TestStateMachine machine,
    Optional<Throwable> aborted,
    Interleaving order,
    Map<String, List<Answer>> answers,
    Map<Fault, Integer> fired,
    boolean redriven) {}
