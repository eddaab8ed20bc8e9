package org.example.tickets;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketResourceTest {
  @Test
  void sellsTickets() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"adults\": 2, \"children\": 1}")
        .post("/tickets")
        .then()
        .statusCode(201)
        .body("cents", equalTo(4500));
  }

  @Test
  void refusesAnOrderWithoutAnAdult() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"adults\": 0, \"children\": 1}")
        .post("/tickets")
        .then()
        .statusCode(400);
  }

  @Test
  void refusesAnOrderThatDoesNotMentionChildren() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"adults\": 2}")
        .post("/tickets")
        .then()
        .statusCode(400);
  }

  @Test
  void refusesAnEmptyBody() {
    given().contentType(ContentType.JSON).post("/tickets").then().statusCode(400);
  }
}
