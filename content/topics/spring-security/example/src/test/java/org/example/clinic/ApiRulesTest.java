package org.example.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

// region rules
@WebMvcTest(SlotController.class)
@Import({SecurityConfig.class, StaffTable.class, Patients.class, Care.class})
class ApiRulesTest {
  @Autowired private MockMvcTester mvc;

  private static RequestPostProcessor user(String name, String role) {
    if (name == null) return anonymous();
    return jwt()
        .jwt(token -> token.subject(name))
        .authorities(new SimpleGrantedAuthority("ROLE_" + role));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/slots,           ,    ,      200",
    "POST, /api/slots/1/booking, ,    ,      401",
    "POST, /api/slots/1/booking, ada, VET,   403",
    "POST, /api/slots/1/booking, ida, OWNER, 200",
    "GET,  /api/slots/1/patient, ,    ,      401",
    "GET,  /api/slots/1/patient, ida, OWNER, 403",
    "GET,  /api/slots/1/patient, ada, VET,   200",
    "GET,  /api/slots/2/patient, ada, VET,   403", // another vet's patient
    "GET,  /api/slots/export,    ada, VET,   403", // no rule yet
    "POST, /api/slots,           ,    ,      401",
    "GET,  /api/slots/,          ada, VET,   403",
  })
  void checks(HttpMethod method, String path, String name, String role, int status) {
    assertThat(mvc.method(method).uri(path).with(user(name, role))).hasStatus(status);
  }
}
// endregion rules
