package io.stepunit.internal.report;

import io.stepunit.StepFunctionsEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * A test that has ended.
 *
 * @param generatedBy what made it one of many
 * @param environments those that it made itself
 * @param runs the executions that it started, in order
 * @param mockCalls how many calls of Tasks mocks answered
 * @param mocked the calls that mocks answered by themselves, if contracts are made of them
 * @param further what is to be written with its own records
 */
record EndedTest(
    TestId id,
    TestResult result,
    Optional<String> generatedBy,
    List<StepFunctionsEnvironment> environments,
    List<RecordedRun> runs,
    long mockCalls,
    List<MockedCalls.Call> mocked,
    List<FurtherRecord> further) {}
