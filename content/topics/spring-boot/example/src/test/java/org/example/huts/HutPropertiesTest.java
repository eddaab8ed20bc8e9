package org.example.huts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class HutPropertiesTest {
  @EnableConfigurationProperties(HutProperties.class)
  static class Config {}

  @ParameterizedTest
  @CsvSource({"1, EUR, true", "30, EUR, true", "0, EUR, false", "31, EUR, false", "7, '', false"})
  void wrongSettingsStopTheStart(int maxNights, String currency, boolean starts) {
    new ApplicationContextRunner()
        .withUserConfiguration(Config.class)
        .withPropertyValues("hut.max-nights=" + maxNights, "hut.currency=" + currency)
        .run(context -> assertEquals(starts, context.getStartupFailure() == null));
  }
}
