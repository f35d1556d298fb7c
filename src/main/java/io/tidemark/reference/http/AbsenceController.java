package io.tidemark.reference.http;

import io.tidemark.bank.ManagerId;
import io.tidemark.reference.AbsenceBook;
import io.tidemark.reference.AbsenceBook.Entered;
import io.tidemark.reference.Forms;
import io.tidemark.reference.Objection;
import io.tidemark.route.Absence;
import io.tidemark.web.Refusal;
import io.tidemark.web.UtcTime;
import io.tidemark.web.WireJson;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** When a person is away and who stands in: {@code /api/v1/managers/{id}/absences}. */
@RestController
@RequestMapping(path = "/api/v1/managers/{id}/absences", produces = MediaType.APPLICATION_JSON_VALUE)
class AbsenceController {
    private final AbsenceBook book;
    private final PersonalBody body;

    AbsenceController(AbsenceBook book, PersonalBody body) {
        this.book = book;
        this.body = body;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> list(@PathVariable("id") String id) {
        return book.of(PersonalBody.manager(id))
                .map(absences -> answer(
                        HttpStatus.OK, new Page(absences.stream().map(View::of).toList())))
                .onErrorMap(Objection.class, PersonalBody::refusal);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> enter(@PathVariable("id") String id, @RequestBody byte[] json) {
        ManagerId manager = PersonalBody.manager(id);
        Absence absence = body.form(json, fields -> Forms.absence(manager, fields));
        return book.enter(absence)
                .map(entered -> answer(HttpStatus.CREATED, View.of(entered)))
                .onErrorMap(Objection.class, PersonalBody::refusal);
    }

    @DeleteMapping("/{absence}")
    Mono<ResponseEntity<Void>> strike(@PathVariable("id") String id, @PathVariable("absence") String absence) {
        return book.strike(PersonalBody.manager(id), uuid(absence))
                .thenReturn(ResponseEntity.noContent().<Void>build())
                .onErrorMap(Objection.class, PersonalBody::refusal);
    }

    private static UUID uuid(String value) {
        // UUID.fromString alone would take 1-1-1-1-1 as well.
        if (!value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Refusal.badRequest("That is no absence's id; take the absenceId of an absence.");
        }
        return UUID.fromString(value);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, Object value) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(WireJson.bytes(value));
    }

    record Page(List<View> items) {}

    record View(String absenceId, String from, String to, String delegate) {
        static View of(Entered entered) {
            Absence absence = entered.absence();
            return new View(
                    entered.id().toString(),
                    UtcTime.format(absence.from()),
                    UtcTime.format(absence.to()),
                    absence.delegate().value());
        }
    }
}
