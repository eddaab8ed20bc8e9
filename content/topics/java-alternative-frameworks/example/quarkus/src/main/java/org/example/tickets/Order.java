package org.example.tickets;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

public record Order(@Min(1) @Max(20) int adults, @Min(0) @Max(60) int children) {}
