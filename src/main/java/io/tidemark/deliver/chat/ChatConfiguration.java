package io.tidemark.deliver.chat;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatProperties.class)
class ChatConfiguration {

    @Bean
    ChatGateways chatGateways(ChatProperties chat, ReactorResourceFactory netty, Clock clock) {
        return new ChatGateways(chat, netty.getLoopResources(), clock);
    }
}
