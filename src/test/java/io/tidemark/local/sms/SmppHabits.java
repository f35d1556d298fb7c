package io.tidemark.local.sms;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jsmpp.session.BindRequest;

/** How an SMPP provider behaves; may change at any time. */
final class SmppHabits {
    volatile Function<BindRequest, Integer> doorman = request -> 0;
    volatile Function<Submitted, Answer> answers = segment -> new Answer.Accept();
    volatile Receipting receipting = Receipting.NEVER;
    volatile String state = "DELIVRD";
    volatile UnaryOperator<String> answeredIds = UnaryOperator.identity();
}
