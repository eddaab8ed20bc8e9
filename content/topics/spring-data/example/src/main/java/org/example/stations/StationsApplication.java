package org.example.stations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class StationsApplication {
  public static void main(String[] args) {
    SpringApplication.run(StationsApplication.class, args);
  }
}
