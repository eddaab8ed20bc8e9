package org.example.huts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@ActiveProfiles("own-mapper-from-builder")
class OwnMapperTest {
  @Autowired private JsonMapper mapper;

  @Test
  void keepsTheNamesFromTheSettings() {
    assertEquals(
        "{\"hut\":\"R\",\"nights\":1,\"total_price\":38,\"currency\":\"EUR\"}",
        mapper.writeValueAsString(new Quote("R", 1, 38, "EUR")));
  }
}
