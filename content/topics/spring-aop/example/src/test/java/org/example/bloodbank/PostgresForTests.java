package org.example.bloodbank;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

@TestConfiguration(proxyBeanMethods = false)
class PostgresForTests {
  @Bean
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.start();
  }

  @Bean
  DynamicPropertyRegistrar url(EmbeddedPostgres postgres) {
    return properties ->
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
  }
}
