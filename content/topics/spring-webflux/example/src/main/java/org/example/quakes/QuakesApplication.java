package org.example.quakes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class QuakesApplication {
  public static void main(String[] args) {
    SpringApplication.run(QuakesApplication.class, args);
  }
}
