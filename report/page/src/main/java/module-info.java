/** Makes the report of a test run from its records. */
module io.stepunit.report {
  requires transitive io.stepunit.framework;
  requires io.stepunit.layout;
  requires java.xml;
  requires static org.jspecify;

  exports io.stepunit.internal.report.coverage to
      io.stepunit.cli;
  exports io.stepunit.internal.report.data to
      io.stepunit.cli;
  exports io.stepunit.internal.report.export to
      io.stepunit.cli;
  exports io.stepunit.internal.report.gate to
      io.stepunit.cli;

  uses io.stepunit.internal.report.ReportMaker;

  provides io.stepunit.internal.graph.GraphDrawer with
      io.stepunit.internal.report.svg.SvgDrawer;
  provides io.stepunit.internal.report.ReportMaker with
      io.stepunit.internal.report.make.ReportFiles;
}
