package io.tidemark.deliver;

import io.tidemark.bank.ManagerId;
import io.tidemark.route.Person;
import reactor.core.publisher.Mono;

/** Who people are and where they can be reached. */
public interface People {

    /** As of now; empty if the bank has not told of them. */
    Mono<Person> person(ManagerId id);
}
