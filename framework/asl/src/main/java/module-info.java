/** Definitions in the Amazon States Language: loaded, validated and compiled. */
module io.stepunit.asl {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive io.stepunit.awsmodel;
  requires json.path;
  requires org.yaml.snakeyaml;
  requires static org.jspecify;

  uses io.stepunit.internal.graph.GraphDrawer;

  exports io.stepunit.asl;
  exports io.stepunit.budget;
  exports io.stepunit.load;
  exports io.stepunit.internal.budget to
      io.stepunit.engine,
      io.stepunit.framework;
  exports io.stepunit.internal.expression to
      io.stepunit.engine,
      io.stepunit.framework;
  exports io.stepunit.internal.expression.choice to
      io.stepunit.engine,
      io.stepunit.framework;
  exports io.stepunit.internal.graph to
      io.stepunit.framework,
      io.stepunit.report;
  exports io.stepunit.internal.integration to
      io.stepunit.engine,
      io.stepunit.framework;
  exports io.stepunit.internal.expression.jsonata to
      io.stepunit.framework;
  exports io.stepunit.internal.json to
      io.stepunit.engine,
      io.stepunit.framework,
      io.stepunit.assertj,
      io.stepunit.junit,
      io.stepunit.cli,
      io.stepunit.report;
  exports io.stepunit.internal.jsonata to
      io.stepunit.framework;
  exports io.stepunit.internal.jsonata.function to
      io.stepunit.framework;
  exports io.stepunit.internal.load to
      io.stepunit.framework;
  exports io.stepunit.internal.model to
      io.stepunit.engine,
      io.stepunit.framework,
      io.stepunit.assertj,
      io.stepunit.junit,
      io.stepunit.cli,
      io.stepunit.report;
  exports io.stepunit.internal.model.read to
      io.stepunit.framework;
  exports io.stepunit.internal.request to
      io.stepunit.engine,
      io.stepunit.framework;
  exports io.stepunit.internal.text to
      io.stepunit.engine,
      io.stepunit.framework,
      io.stepunit.assertj,
      io.stepunit.junit,
      io.stepunit.cli,
      io.stepunit.report;
}
