/** What the JUnit extension does only where JUnit is new enough for it. */
module io.stepunit.junit.attachments {
  requires org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.stepunit.internal.attachments to
      io.stepunit.junit;
}
