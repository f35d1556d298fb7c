package io.tidemark.alert;

import io.tidemark.bank.ManagerId;
import java.time.Instant;

/** Who has promised to contact the client, and by when. */
public record Promise(ManagerId by, Instant until) {}
