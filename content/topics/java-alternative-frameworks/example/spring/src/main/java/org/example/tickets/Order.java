package org.example.tickets;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

public record Order(
    @NotNull @Min(1) @Max(20) Integer adults, @NotNull @Min(0) @Max(60) Integer children) {}
