package org.example.huts;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

// #region web
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class HutsApplicationTest {
  @Autowired private RestTestClient client;

  private RestTestClient.ResponseSpec post(String body) {
    return client.post().uri("/quotes").contentType(APPLICATION_JSON).body(body).exchange();
  }

  @Test
  void quotesAPrice() {
    post("{\"hut\": \"Rondvassbu\", \"nights\": 7}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.total_price")
        .isEqualTo(266)
        .jsonPath("$.currency")
        .isEqualTo("EUR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          422 | {"hut": "Rondvassbu", "nights": 8}
          400 | {"hut": "Rondvassbu", "nights": 0}
          400 | {"hut": "Rondvassbu"}
          400 | {"hut": " ", "nights": 1}
          400 | {"hut": "Rondvassbu", "nights": 7.9}
          400 | {"hut": "Rondvassbu", "nights": 99999999999}
          400 | {"hut":
          400 | []
          """)
  void refuses(int status, String body) {
    post(body).expectStatus().isEqualTo(status);
  }

  // #endregion web

  @Test
  void refusesALongName() {
    var body = "{\"hut\": \"%s\", \"nights\": 1}";
    post(body.formatted("x".repeat(100))).expectStatus().isOk();
    post(body.formatted("x".repeat(101))).expectStatus().isBadRequest();
  }

  @Test
  void exposesHealthAndNothingElse() {
    client.get().uri("/actuator/health").exchange().expectStatus().isOk();
    client.get().uri("/actuator/env").exchange().expectStatus().isNotFound();
  }
}
