package io.stepunit.mock;

import io.stepunit.spi.UserJson;

/** What it takes to run the users' code of a mock. */
record UserCode(Watchdog watchdog, UserJson json) {}
