package org.example.lockers;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class LockersApplication {
  public static void main(String[] args) {
    SpringApplication.run(LockersApplication.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Sms sms() {
    return (phone, text) -> System.out.println("SMS to " + phone + ": " + text);
  }
}
