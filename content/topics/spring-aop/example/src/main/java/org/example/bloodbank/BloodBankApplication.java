package org.example.bloodbank;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.resilience.annotation.EnableResilientMethods;

@SpringBootApplication
@EnableResilientMethods
public class BloodBankApplication {
  public static void main(String[] args) {
    SpringApplication.run(BloodBankApplication.class, args);
  }
}
