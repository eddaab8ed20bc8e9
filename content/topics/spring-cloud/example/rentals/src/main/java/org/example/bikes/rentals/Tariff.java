package org.example.bikes.rentals;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

// #region tariff
@Validated
@ConfigurationProperties("tariff")
public record Tariff(
    @NotNull @Positive Integer centsPerMinute, @NotNull @PositiveOrZero Integer unlockCents) {
  int cents(int minutes) {
    return Math.addExact(unlockCents, Math.multiplyExact(minutes, centsPerMinute));
  }
}
// #endregion tariff
