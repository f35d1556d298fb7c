package io.tidemark.movement;

import io.tidemark.bank.AccountId;
import io.tidemark.bank.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Random;

/** An invented client with one to three accounts, whose balances follow from their movements and nothing else. */
final class RandomClient {
    private static final long FEN_OF_A_MILLION = 100_000_000L;

    final ClientId id;
    /** What the client's assets keep coming back to, in fen. */
    final long home;

    private final Account[] accounts;

    RandomClient(int number, Random random) {
        id = new ClientId("C%06d".formatted(number));
        home = 4 * FEN_OF_A_MILLION + random.nextInt(5 * (int) (FEN_OF_A_MILLION / 100)) * 100L;
        accounts = new Account[1 + random.nextInt(3)];
        for (int i = 0; i < accounts.length; i++) {
            Currency currency = i < 2 ? RandomMovements.BASE : RandomMovements.foreign(random);
            long share = home / accounts.length;
            accounts[i] = new Account(number, i, currency, share);
        }
    }

    int accounts() {
        return accounts.length;
    }

    Account account(int index) {
        return accounts[index];
    }

    Account any(Random random) {
        return accounts[random.nextInt(accounts.length)];
    }

    /** What the client has, in fen, roughly: rates are rounded differently here. */
    long assets() {
        long sum = 0;
        for (Account account : accounts) {
            sum += account.fen(account.balance);
        }
        return sum;
    }

    /** One account of the ledger. */
    static final class Account {
        final AccountId id;
        final Currency currency;
        private final BigDecimal fenPerUnit;
        long sequence;
        long balance;

        private Account(int client, int number, Currency currency, long fen) {
            this.id = new AccountId("6222020%09d%03d".formatted(client, number));
            this.currency = currency;
            this.fenPerUnit = RandomMovements.fenPerMinorUnit(currency);
            this.balance = units(fen);
        }

        long fen(long minorUnits) {
            return fenPerUnit
                    .multiply(BigDecimal.valueOf(minorUnits))
                    .setScale(0, RoundingMode.DOWN)
                    .longValueExact();
        }

        long units(long fen) {
            return BigDecimal.valueOf(fen)
                    .divide(fenPerUnit, 0, RoundingMode.DOWN)
                    .longValueExact();
        }
    }
}
