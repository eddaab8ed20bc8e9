package org.example.huts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tools.jackson.databind.json.JsonMapper;

// #region mapper
@Configuration
class OwnMapper {
  @Bean
  @Profile("own-mapper")
  JsonMapper jsonMapper() {
    return JsonMapper.builder().build();
  }

  // #endregion mapper

  // #region kept
  @Bean
  @Profile("own-mapper-from-builder")
  JsonMapper mapperFromBuilder(JsonMapper.Builder builder) {
    return builder.build();
  }
  // #endregion kept
}
