/** What tests hold: environments, state machines, executions, mocks and faults. */
module io.stepunit.framework {
  requires transitive io.stepunit.engine;
  requires java.compiler;
  requires java.net.http;
  requires jdk.httpserver;
  requires static aws.lambda.java.core;
  requires static aws.lambda.java.serialization;
  requires static software.amazon.awssdk.auth;
  requires static software.amazon.awssdk.awscore;
  requires static software.amazon.awssdk.core;
  requires static software.amazon.awssdk.http;
  requires static software.amazon.awssdk.identity.spi;
  requires static software.amazon.awssdk.profiles;
  requires static software.amazon.awssdk.regions;
  requires static software.amazon.awssdk.services.sfn;
  requires static software.amazon.awssdk.utils;
  requires static org.reactivestreams;
  requires static org.jspecify;

  exports io.stepunit;
  exports io.stepunit.api;
  exports io.stepunit.cost;
  exports io.stepunit.effect;
  exports io.stepunit.equivalence;
  exports io.stepunit.explore;
  exports io.stepunit.fault;
  exports io.stepunit.mock;
  exports io.stepunit.monitoring;
  exports io.stepunit.path;
  exports io.stepunit.property;
  exports io.stepunit.recording;
  exports io.stepunit.table;
  exports io.stepunit.internal.codec to
      io.stepunit.assertj;
  exports io.stepunit.internal.contract to
      io.stepunit.junit,
      io.stepunit.report;
  exports io.stepunit.internal.coverage to
      io.stepunit.junit,
      io.stepunit.report;
  exports io.stepunit.internal.fault to
      io.stepunit.junit;
  exports io.stepunit.internal.lambda to
      io.stepunit.junit;
  exports io.stepunit.internal.library to
      io.stepunit.junit;
  exports io.stepunit.internal.mock to
      io.stepunit.assertj,
      io.stepunit.junit;
  exports io.stepunit.internal.mutation to
      io.stepunit.cli,
      io.stepunit.junit,
      io.stepunit.report;
  exports io.stepunit.internal.path to
      io.stepunit.junit;
  exports io.stepunit.internal.recipe to
      io.stepunit.cli,
      io.stepunit.report;
  exports io.stepunit.internal.recording to
      io.stepunit.assertj;
  exports io.stepunit.internal.report to
      io.stepunit.assertj,
      io.stepunit.junit,
      io.stepunit.report;
  exports io.stepunit.internal.sweep to
      io.stepunit.cli,
      io.stepunit.junit,
      io.stepunit.report;
  exports io.stepunit.internal.target to
      io.stepunit.junit;
}
