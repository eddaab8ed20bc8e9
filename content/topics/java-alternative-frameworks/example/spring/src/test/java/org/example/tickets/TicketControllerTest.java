package org.example.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class TicketControllerTest {
  @Autowired MockMvcTester mvc;

  @Test
  void sellsTickets() {
    assertThat(post("{\"adults\": 2, \"children\": 1}"))
        .hasStatus(201)
        .bodyJson()
        .isEqualTo("{\"cents\": 4500}");
  }

  @Test
  void refusesAnOrderWithoutAnAdult() {
    assertThat(post("{\"adults\": 0, \"children\": 1}")).hasStatus(400);
  }

  @Test
  void refusesAnOrderThatDoesNotMentionChildren() {
    assertThat(post("{\"adults\": 2}")).hasStatus(400);
  }

  @Test
  void refusesAnEmptyBody() {
    assertThat(post("")).hasStatus(400);
  }

  private MockMvcTester.MockMvcRequestBuilder post(String json) {
    return mvc.post().uri("/tickets").contentType(MediaType.APPLICATION_JSON).content(json);
  }
}
