package org.example.clinic;

import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Stands for a table with a name and a password hash. */
@Component
class StaffTable {
  private final Map<String, String> hashes;

  StaffTable(PasswordEncoder encoder) {
    hashes = Map.of("bo", encoder.encode("correct horse battery"));
  }

  Optional<String> passwordHash(String name) {
    return Optional.ofNullable(hashes.get(name));
  }
}
