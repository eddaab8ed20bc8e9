package org.example.huts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

// #region controller
record QuoteRequest(@NotBlank @Size(max = 100) String hut, @Min(1) int nights) {}

@RestController
class QuoteController {
  private final Quotes quotes;

  QuoteController(Quotes quotes) {
    this.quotes = quotes;
  }

  @PostMapping("/quotes")
  Quote quote(@Valid @RequestBody QuoteRequest request) {
    return quotes.quote(request.hut(), request.nights());
  }
}

@RestControllerAdvice
class Problems {
  @ExceptionHandler
  ProblemDetail tooManyNights(TooManyNights e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
  }
}
// #endregion controller
