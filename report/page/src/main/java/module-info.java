/** Makes the report of a test run from its records. */
module io.stepunit.report {
  requires transitive io.stepunit.framework;
  requires io.stepunit.layout;
  requires static org.jspecify;

  exports io.stepunit.internal.report.data to
      io.stepunit.cli;
}
