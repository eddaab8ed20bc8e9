package org.example.clinic;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Real tokens, whose key the service fetches over HTTP as from a login server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class TokenTest {
  private static final String ISSUER = "https://login.example.org/realms/clinic";
  private static final RSAKey KEY = newKey();
  private static HttpServer loginServer;

  @Autowired private RestTestClient client;

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @DynamicPropertySource
  static void startLoginServer(DynamicPropertyRegistry properties) throws IOException {
    loginServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    loginServer.createContext(
        "/keys",
        exchange -> {
          byte[] body = new JWKSet(KEY.toPublicJWK()).toString().getBytes();
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    loginServer.start();
    properties.add(
        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
        () -> "http://localhost:" + loginServer.getAddress().getPort() + "/keys");
  }

  @AfterAll
  static void stop() {
    loginServer.stop(0);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("clinic-api")
        .subject("ada")
        .claim("roles", List.of("VET"))
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private void expect(int status, String path, String token) {
    client
        .get()
        .uri(path)
        .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token))
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  // region tokens
  @Test
  void readsRolesFromTheToken() throws JOSEException {
    expect(200, "/api/slots/1/patient", signed(claims(), KEY));
    expect(403, "/api/slots/1/patient", signed(claims().claim("roles", List.of("OWNER")), KEY));
  }

  @Test
  void refusesTokensThatAreNotForThisApi() throws JOSEException {
    expect(401, "/api/slots/1/patient", signed(claims().audience("shop-api"), KEY));
    expect(401, "/api/slots/1/patient", signed(claims().issuer("https://evil.example"), KEY));
    expect(401, "/api/slots/1/patient", signed(claims(), newKey()));
    var expired = Date.from(Instant.now().minusSeconds(120));
    expect(401, "/api/slots/1/patient", signed(claims().expirationTime(expired), KEY));
    expect(401, "/api/slots", "expired");
  }

  // endregion tokens

  // region errors
  @Test
  void anErrorKeepsItsStatus() {
    client.get().uri("/api/slots?day=tomorrow").exchange().expectStatus().isBadRequest();
  }

  // endregion errors

  @Test
  void refusesUnknownPathsOutsideTheApi() {
    client.get().uri("/other").exchange().expectStatus().isFound();
  }
}
