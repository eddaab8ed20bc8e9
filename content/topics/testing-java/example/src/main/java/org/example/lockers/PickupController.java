package org.example.lockers;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// region controller
record PickupRequest(String code) {}

record PickupResponse(int door) {}

@RestController
class PickupController {
  private final Pickups pickups;

  PickupController(Pickups pickups) {
    this.pickups = pickups;
  }

  @PostMapping("/pickups")
  PickupResponse pickUp(@RequestBody PickupRequest request) {
    return new PickupResponse(pickups.doorFor(request.code()));
  }

  @ExceptionHandler
  ProblemDetail refused(CodeRefused e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }
}
// endregion controller
