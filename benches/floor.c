/* The least that a durable `twinge log 4 --night 3 --sitting 7` can cost: the same rows into the
 * same tables with the same pragmas, and nothing else. No arguments to understand, no rules,
 * no hash, no answer.
 *
 *   cc -O2 floor.c -lsqlite3 -o floor && ./floor journal.db
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define DAY 20454 /* 2026-01-01 */

struct row {
    const char *kind, *field, *text;
    double real;
    int tenths;
};

static const struct row ROWS[] = {
    {"day", "sitting_hours", NULL, 7.0, -1},
    {"pain", "now", NULL, 0, 40},
    {"pain", "time", "08:00", 0, -1},
    {"pain", "night", NULL, 0, 30},
};

static sqlite3 *db;

static int failed(const char *what) {
    fprintf(stderr, "floor: %s: %s\n", what, sqlite3_errmsg(db));
    return 1;
}

static int insert_facts(sqlite3_int64 hlc, sqlite3_int64 device) {
    sqlite3_stmt *insert;
    unsigned char entry[16], hash[16];
    if (sqlite3_prepare_v2(db, "INSERT INTO fact VALUES (?,?,?,?,?,?,?,?)", -1, &insert, NULL))
        return failed("prepare");
    for (size_t n = 0; n < sizeof ROWS / sizeof *ROWS; n++) {
        const struct row *row = &ROWS[n];
        sqlite3_randomness(sizeof entry, entry);
        sqlite3_randomness(sizeof hash, hash);
        sqlite3_bind_text(insert, 1, row->kind, -1, SQLITE_STATIC);
        sqlite3_bind_int64(insert, 2, DAY);
        sqlite3_bind_blob(insert, 3, entry, sizeof entry, SQLITE_STATIC);
        sqlite3_bind_text(insert, 4, row->field, -1, SQLITE_STATIC);
        sqlite3_bind_int64(insert, 5, hlc);
        sqlite3_bind_int64(insert, 6, device);
        if (row->text) sqlite3_bind_text(insert, 7, row->text, -1, SQLITE_STATIC);
        else if (row->tenths >= 0) sqlite3_bind_int(insert, 7, row->tenths);
        else sqlite3_bind_double(insert, 7, row->real);
        sqlite3_bind_blob(insert, 8, hash, sizeof hash, SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) return failed("insert");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    return 0;
}

static int insert_act(sqlite3_int64 hlc, sqlite3_int64 device) {
    sqlite3_stmt *insert;
    unsigned char hash[16];
    if (sqlite3_prepare_v2(db, "INSERT INTO written (hlc, device, at, command, n_facts, version, "
                               "hash) VALUES (?,?,?,'log',4,'0.1.0',?)", -1, &insert, NULL))
        return failed("prepare");
    sqlite3_bind_int64(insert, 1, hlc);
    sqlite3_bind_int64(insert, 2, device);
    sqlite3_bind_text(insert, 3, "2026-01-01T08:00:00+00:00", -1, SQLITE_STATIC);
    sqlite3_randomness(sizeof hash, hash);
    sqlite3_bind_blob(insert, 4, hash, sizeof hash, SQLITE_STATIC);
    if (sqlite3_step(insert) != SQLITE_DONE) return failed("insert");
    sqlite3_finalize(insert);
    return 0;
}

int main(int argc, char **argv) {
    struct timespec now;
    sqlite3_int64 hlc, device;
    sqlite3_stmt *select;
    if (argc != 2) return fprintf(stderr, "usage: floor JOURNAL\n"), 2;
    if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL))
        return failed("open");
    if (sqlite3_exec(db, "PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE", NULL, NULL, NULL))
        return failed("begin");
    if (sqlite3_prepare_v2(db, "SELECT device FROM device", -1, &select, NULL) ||
        sqlite3_step(select) != SQLITE_ROW)
        return failed("device");
    device = sqlite3_column_int64(select, 0);
    sqlite3_finalize(select);
    clock_gettime(CLOCK_REALTIME, &now);
    hlc = ((sqlite3_int64)now.tv_sec * 1000 + now.tv_nsec / 1000000) * 65536;
    if (insert_facts(hlc, device) || insert_act(hlc, device)) return 1;
    if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL)) return failed("commit");
    sqlite3_close(db);
    return 0;
}
