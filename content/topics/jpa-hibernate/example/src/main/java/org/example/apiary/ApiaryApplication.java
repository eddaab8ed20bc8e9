package org.example.apiary;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ApiaryApplication {
  public static void main(String[] args) {
    SpringApplication.run(ApiaryApplication.class, args);
  }
}
