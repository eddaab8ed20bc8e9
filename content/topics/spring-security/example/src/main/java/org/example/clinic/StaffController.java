package org.example.clinic;

import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StaffController {
  @GetMapping("/staff/notes")
  String notes(Principal user) {
    return "notes of " + user.getName();
  }

  @PostMapping("/staff/notes")
  String add(Principal user) {
    return "added by " + user.getName();
  }
}
