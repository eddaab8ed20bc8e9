package org.example.lockers;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

// region full
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@Import(PostgresForTests.class)
class LockersApplicationTest {
  @Autowired private RestTestClient client;
  @Autowired private JdbcClient jdbc;

  private RestTestClient.ResponseSpec pickUp(String code) {
    return client
        .post()
        .uri("/pickups")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"code\": \"" + code + "\"}")
        .exchange();
  }

  @Test
  void opensADoorOnce() {
    jdbc.sql("insert into parcel (code, door, phone, deposited) values ('4711', 4, '+47', ?)")
        .param(Instant.now().atOffset(ZoneOffset.UTC))
        .update();
    pickUp("4711").expectStatus().isOk().expectBody().json("{\"door\": 4}");
    pickUp("4711").expectStatus().isEqualTo(409);
  }
}
// endregion full
