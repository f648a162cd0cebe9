/** What the operations of AWS's services are sent and answer. */
module io.stepunit.awsmodel {
  requires com.fasterxml.jackson.databind;
  requires static org.jspecify;

  exports io.stepunit.internal.awsmodel to
      io.stepunit.asl,
      io.stepunit.engine,
      io.stepunit.framework;
}
