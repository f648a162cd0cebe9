/** Has its tests in the module itself, so that those of StepUnit are on the module path. */
open module com.example {
  requires io.stepunit.assertj;
  requires io.stepunit.framework;
  requires io.stepunit.junit;
  // Surefire leaves on the class path what no module requires, and from there JUnit's modules do
  // not open up.
  requires org.junit.jupiter.engine;
  requires org.junit.platform.launcher;
}
