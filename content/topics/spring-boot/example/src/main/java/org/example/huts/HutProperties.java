package org.example.huts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

// #region properties
@Validated
@ConfigurationProperties("hut")
record HutProperties(@Min(1) @Max(30) int maxNights, @NotBlank String currency) {}
// #endregion properties
