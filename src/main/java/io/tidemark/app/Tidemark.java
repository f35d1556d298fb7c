package io.tidemark.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. */
@SpringBootApplication(scanBasePackages = "io.tidemark")
public class Tidemark {

    public static void main(String[] arguments) {
        SpringApplication.run(Tidemark.class, arguments);
    }
}
