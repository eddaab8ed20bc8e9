package org.example.bikes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Git repository with one file for each commit that a test makes. */
record SettingsRepository(Path folder) {
  static SettingsRepository create() throws Exception {
    Path folder = Files.createTempDirectory("bike-settings");
    SettingsRepository repository = new SettingsRepository(folder);
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  String uri() {
    return "file://" + folder;
  }

  void commit(String file, String content) throws Exception {
    Files.writeString(folder.resolve(file), content);
    git("add", ".");
    git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", file);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("failed: " + command);
    }
  }
}
