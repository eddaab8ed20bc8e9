package org.example.clinic;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
@EnableMethodSecurity
class SecurityConfig {
  // region api
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(HttpMethod.GET, "/api/slots")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/api/slots/{id}/booking")
                    .hasRole("OWNER")
                    .requestMatchers(HttpMethod.GET, "/api/slots/{id}/patient")
                    .hasRole("VET")
                    .anyRequest()
                    .denyAll())
        .oauth2ResourceServer(server -> server.jwt(withDefaults()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  // endregion api

  // region web
  @Bean
  @Order(2)
  SecurityFilterChain web(HttpSecurity http) {
    return http.authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/staff/**")
                    .hasRole("STAFF")
                    .anyRequest()
                    .denyAll())
        .formLogin(form -> form.defaultSuccessUrl("/staff/notes"))
        .build();
  }

  // endregion web

  // region users
  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  UserDetailsService users(StaffTable staff) {
    return name ->
        staff
            .passwordHash(name)
            .map(hash -> User.withUsername(name).password(hash).roles("STAFF").build())
            .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
  }
  // endregion users
}
