package io.stepunit.maven;

import java.nio.file.Path;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * JUnit's launcher, which Surefire adds to the class path of tests: few projects name it
 * themselves.
 */
record TestLauncher(
    MavenProject project, RepositorySystem repositories, RepositorySystemSession session) {
  private static final String GROUP = "org.junit.platform";

  /**
   * Its jar, in the version of the project's JUnit Platform.
   *
   * @throws MojoExecutionException if the project has no JUnit Platform, or the jar is not to be
   *     had
   */
  Path resolve() throws MojoExecutionException {
    String version =
        project.getArtifacts().stream()
            .filter(artifact -> artifact.getGroupId().equals(GROUP))
            .map(Artifact::getVersion)
            .findFirst()
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "The tests of this project do not use the JUnit Platform."));
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(GROUP, "junit-platform-launcher", "jar", version),
            project.getRemoteProjectRepositories(),
            null);
    try {
      return repositories.resolveArtifact(session, request).getArtifact().getFile().toPath();
    } catch (ArtifactResolutionException e) {
      throw new MojoExecutionException(
          "%s:junit-platform-launcher:%s is not to be had. Add it to the test dependencies."
              .formatted(GROUP, version),
          e);
    }
  }
}
