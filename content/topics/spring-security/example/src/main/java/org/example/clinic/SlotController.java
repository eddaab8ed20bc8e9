package org.example.clinic;

import java.time.LocalDate;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SlotController {
  private final Patients patients;

  SlotController(Patients patients) {
    this.patients = patients;
  }

  @GetMapping("/api/slots")
  List<String> slots(@RequestParam(defaultValue = "2026-05-04") LocalDate day) {
    return List.of(day + "T09:00", day + "T09:20");
  }

  // region principal
  @PostMapping("/api/slots/{id}/booking")
  String book(@PathVariable long id, @AuthenticationPrincipal Jwt token) {
    return "slot %d is booked for %s".formatted(id, token.getSubject());
  }

  // endregion principal

  @GetMapping("/api/slots/{id}/patient")
  PatientRecord patient(@PathVariable long id) {
    return patients.record(id);
  }

  /** A new endpoint that no rule mentions yet. */
  @GetMapping("/api/slots/export")
  String export() {
    return "all patients";
  }
}
