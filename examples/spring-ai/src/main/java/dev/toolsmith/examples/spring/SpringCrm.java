package dev.toolsmith.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring AI server that offers Attio's generated tools beside whatever tools of its own it may have. */
@SpringBootApplication
public class SpringCrm {

    public static void main(String[] args) {
        SpringApplication.run(SpringCrm.class, args);
    }
}
