package io.stepunit.internal.junit;

/** How far a run of mutants has come. */
interface MutationProgress {
  /** Nobody is told. */
  MutationProgress NONE =
      new MutationProgress() {
        @Override
        public void begins(int mutants) {}

        @Override
        public void add(String mutant, boolean survived) {}

        @Override
        public void ends() {}
      };

  /** So many mutants will be tried. */
  void begins(int mutants);

  /** One more has been tried. */
  void add(String mutant, boolean survived);

  /** All have been tried. */
  void ends();
}
