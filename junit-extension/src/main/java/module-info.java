/** The JUnit Jupiter extension. */
module io.stepunit.junit {
  requires transitive io.stepunit.framework;
  requires transitive io.stepunit.assertj;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;
  requires io.stepunit.junit.attachments;
  requires static aws.lambda.java.core;
  requires static org.junit.platform.launcher;
  requires static org.mockito;
  requires static software.amazon.awssdk.services.sfn;
  requires static org.jspecify;

  exports io.stepunit.junit;

  uses io.stepunit.internal.report.ReportMaker;

  provides org.junit.platform.launcher.TestExecutionListener with
      io.stepunit.internal.junit.MissingAnnotationListener,
      io.stepunit.internal.junit.ReportListener;

  // It makes the extensions, which no test names.
  opens io.stepunit.junit to
      org.junit.platform.commons;
}
