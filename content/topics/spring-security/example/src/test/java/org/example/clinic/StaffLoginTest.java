package org.example.clinic;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(StaffController.class)
@Import({SecurityConfig.class, StaffTable.class})
class StaffLoginTest {
  @Autowired private MockMvc mvc;

  // region login
  @Test
  void logsIn() throws Exception {
    mvc.perform(formLogin().user("bo").password("correct horse battery"))
        .andExpect(authenticated().withRoles("STAFF"));
    mvc.perform(formLogin().user("bo").password("wrong")).andExpect(unauthenticated());
    mvc.perform(formLogin().user("nobody").password("wrong")).andExpect(unauthenticated());
  }

  @Test
  void sendsStrangersToTheLogin() throws Exception {
    mvc.perform(get("/staff/notes")).andExpect(redirectedUrl("/login"));
  }

  @Test
  void aChangeNeedsTheCsrfToken() throws Exception {
    var bo = user("bo").roles("STAFF");
    mvc.perform(post("/staff/notes").with(bo)).andExpect(status().isForbidden());
    mvc.perform(post("/staff/notes").with(bo).with(csrf())).andExpect(status().isOk());
  }

  @Test
  void aStaffSessionDoesNotCountInTheApi() throws Exception {
    var bo = formLogin().user("bo").password("correct horse battery");
    var login = mvc.perform(bo).andExpect(redirectedUrl("/staff/notes")).andReturn();
    var session = (MockHttpSession) login.getRequest().getSession(false);
    mvc.perform(get("/staff/notes").session(session)).andExpect(status().isOk());
    mvc.perform(get("/api/slots/1/patient").session(session)).andExpect(status().isUnauthorized());
  }
  // endregion login
}
