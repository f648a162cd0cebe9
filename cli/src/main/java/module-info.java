/** The command line. */
module io.stepunit.cli {
  requires io.stepunit.framework;
  requires io.stepunit.report;
  requires info.picocli;
  requires static org.jspecify;

  exports io.stepunit.cli;
}
