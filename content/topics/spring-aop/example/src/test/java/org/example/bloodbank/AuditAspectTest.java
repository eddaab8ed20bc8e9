package org.example.bloodbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aop.aspectj.annotation.AspectJProxyFactory;

// region unit
class AuditAspectTest {
  private final List<String> lines = new ArrayList<>();

  static class Freezer {
    @Audited("open")
    String open(int door) {
      if (door > 3) throw new IllegalArgumentException("no door " + door);
      return "door " + door;
    }

    String openTwice(int door) {
      return open(door) + ", " + open(door);
    }
  }

  private Freezer proxied() {
    var factory = new AspectJProxyFactory(new Freezer());
    factory.setProxyTargetClass(true);
    factory.addAspect(new AuditAspect((action, outcome, ms) -> lines.add(action + " " + outcome)));
    return factory.getProxy();
  }

  @Test
  void returnsWhatTheMethodReturns() {
    assertThat(proxied().open(1)).isEqualTo("door 1");
    assertThat(lines).containsExactly("open ok");
  }

  @Test
  void throwsWhatTheMethodThrows() {
    assertThatThrownBy(() -> proxied().open(4)).hasMessage("no door 4");
    assertThat(lines).containsExactly("open IllegalArgumentException");
  }

  @Test
  void doesNotSeeACallFromInside() {
    proxied().openTwice(1);
    assertThat(lines).isEmpty();
  }
}
// endregion unit
