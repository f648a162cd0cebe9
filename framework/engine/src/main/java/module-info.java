/** The engine that runs state machines in virtual time, and the histories that it records. */
module io.stepunit.engine {
  requires transitive io.stepunit.asl;
  requires de.siegmar.fastcsv;
  requires static carpet.record;
  requires static parquet.common;
  requires static transitive org.apiguardian.api;
  requires static org.jspecify;

  exports io.stepunit.bucket;
  exports io.stepunit.history;
  exports io.stepunit.teststate;
  exports io.stepunit.internal.bucket to
      io.stepunit.framework;
  exports io.stepunit.internal.engine to
      io.stepunit.framework;
  exports io.stepunit.internal.engine.limit to
      io.stepunit.framework;
  exports io.stepunit.internal.engine.state to
      io.stepunit.framework;
  exports io.stepunit.internal.engine.task to
      io.stepunit.framework;
  exports io.stepunit.internal.history to
      io.stepunit.framework,
      io.stepunit.assertj,
      io.stepunit.report;
  exports io.stepunit.internal.shape to
      io.stepunit.framework;
  exports io.stepunit.internal.spi to
      io.stepunit.framework,
      io.stepunit.junit;
  exports io.stepunit.internal.teststate to
      io.stepunit.framework;
  exports io.stepunit.internal.time to
      io.stepunit.framework;
}
