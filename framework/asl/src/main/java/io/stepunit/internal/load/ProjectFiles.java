package io.stepunit.internal.load;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The files of a project on the disk.
 *
 * @param directory where relative paths start
 * @param project the directories whose files may be read
 */
record ProjectFiles(Path directory, ProjectDirectories project) implements FilesBeside {
  @Override
  public SourceText read(String displayName, String path) throws FileRefusedException {
    Path file = resolve(path);
    if (!project.contain(file)) {
      throw FileRefusedException.outside(project.toString());
    }
    try {
      Path real = file.toRealPath();
      if (!project.contain(real)) {
        throw FileRefusedException.outside(project + "; it is a link to " + real);
      }
      if (!Files.isRegularFile(real)) {
        throw FileRefusedException.noFile(file.toString());
      }
      return SourceText.decoded(
          displayName,
          Files.readAllBytes(real),
          new ProjectFiles(file.resolveSibling(""), project));
    } catch (CharacterCodingException e) {
      throw FileRefusedException.notUtf8(file.toString());
    } catch (IOException e) {
      throw FileRefusedException.unreadable(file.toString());
    }
  }

  @Override
  public boolean has(String path) {
    try {
      return Files.isRegularFile(resolve(path));
    } catch (FileRefusedException e) {
      return false;
    }
  }

  private Path resolve(String path) throws FileRefusedException {
    try {
      return directory.resolve(path.replace('\\', '/')).normalize();
    } catch (InvalidPathException e) {
      throw FileRefusedException.unreadable(directory.toString());
    }
  }
}
