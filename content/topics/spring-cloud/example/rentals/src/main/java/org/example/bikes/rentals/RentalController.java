package org.example.bikes.rentals;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RentalController {
  private final Tariff tariff;
  private final List<String> bikes = new CopyOnWriteArrayList<>();

  RentalController(Tariff tariff) {
    this.tariff = tariff;
  }

  @GetMapping("/price")
  Price price(@RequestParam @Positive @Max(10_000) int minutes) {
    return new Price(tariff.cents(minutes));
  }

  @GetMapping("/rentals")
  List<String> rentals() {
    return bikes;
  }

  @PostMapping("/rentals")
  @ResponseStatus(HttpStatus.CREATED)
  void rent(@RequestParam String bike) {
    bikes.add(bike);
  }

  record Price(int cents) {}
}
