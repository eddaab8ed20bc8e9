package org.example.clinic;

import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

record PatientRecord(long slot, String animal, String diagnosis) {}

// region method
@Component("care")
class Care {
  private final Map<Long, String> vetOfSlot = Map.of(1L, "ada", 2L, "ed");

  public boolean treats(String vet, long slot) {
    return vet.equals(vetOfSlot.get(slot));
  }
}

@Service
class Patients {
  @PreAuthorize("@care.treats(authentication.name, #slot)")
  public PatientRecord record(long slot) {
    return new PatientRecord(slot, "Rex", "sprained paw");
  }
}
// endregion method
