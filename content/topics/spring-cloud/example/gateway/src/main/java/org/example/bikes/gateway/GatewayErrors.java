package org.example.bikes.gateway;

import java.net.SocketTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

// #region errors
@RestControllerAdvice
class GatewayErrors {
  @ExceptionHandler
  ProblemDetail noResponse(ResourceAccessException e) {
    boolean late = e.getCause() instanceof SocketTimeoutException;
    return ProblemDetail.forStatus(late ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY);
  }

  @ExceptionHandler
  ProblemDetail noInstance(HttpServerErrorException e) {
    return ProblemDetail.forStatus(e.getStatusCode()); // 503 from the load balancer
  }
}
// #endregion errors
