package org.example.huts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

// #region application
@SpringBootApplication
@ConfigurationPropertiesScan
public class HutsApplication {
  public static void main(String[] args) {
    SpringApplication.run(HutsApplication.class, args);
  }
}
// #endregion application
