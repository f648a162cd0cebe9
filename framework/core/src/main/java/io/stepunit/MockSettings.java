package io.stepunit;

import io.stepunit.internal.mock.Watchdog;

/**
 * What all mocks of an environment have in common.
 *
 * @param validation how closely results have to follow the services' answers
 * @param watchdog the real-time limit of users' code
 * @param unmocked what comes of a Task that nothing answers
 */
record MockSettings(MockValidation validation, Watchdog watchdog, UnmockedTasks unmocked) {}
