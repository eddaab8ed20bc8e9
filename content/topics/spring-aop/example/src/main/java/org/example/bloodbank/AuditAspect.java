package org.example.bloodbank;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

interface AuditLog {
  void write(String action, String outcome, long millis);
}

@Component
class Slf4jAuditLog implements AuditLog {
  @Override
  public void write(String action, String outcome, long millis) {
    LoggerFactory.getLogger("audit").info("{}: {} after {} ms", action, outcome, millis);
  }
}

// region aspect
@Aspect
@Component
@Order(100)
class AuditAspect {
  private final AuditLog log;

  AuditAspect(AuditLog log) {
    this.log = log;
  }

  @Around("@annotation(audited)")
  Object audit(ProceedingJoinPoint call, Audited audited) throws Throwable {
    long start = System.nanoTime();
    String outcome = "ok";
    try {
      return call.proceed();
    } catch (Throwable error) {
      outcome = error.getClass().getSimpleName();
      throw error;
    } finally {
      log.write(audited.value(), outcome, (System.nanoTime() - start) / 1_000_000);
    }
  }
}
// endregion aspect
