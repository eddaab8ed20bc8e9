package org.example.lockers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

// region web
@WebMvcTest(PickupController.class)
class PickupControllerTest {
  @Autowired private MockMvcTester mvc;
  @MockitoBean private Pickups pickups;

  private MvcTestResult post(String body) {
    return mvc.post()
        .uri("/pickups")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  @Test
  void returnsTheDoor() {
    when(pickups.doorFor("4711")).thenReturn(4);
    assertThat(post("{\"code\": \"4711\"}"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo("{\"door\": 4}");
  }

  @Test
  void saysWhyACodeIsRefused() {
    when(pickups.doorFor("4711")).thenThrow(new CodeRefused("expired code"));
    assertThat(post("{\"code\": \"4711\"}"))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("expired code");
  }

  // endregion web

  @Test
  void refusesBrokenJson() {
    assertThat(post("{\"code\":")).hasStatus(400);
  }
}
