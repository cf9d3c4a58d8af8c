/* Stands between the program and the system: writes down what reaches the disk, and fails on demand.
 *
 * Watches the file named by SHIM_BOOK, its journal beside it, the folder of both, and whatever else
 * lies under SHIM_UNDER.
 * SHIM_TRACE   where to write the trace; each record: op, file, offset, length, bytes of a write
 * SHIM_FAIL    number of the watched call that fails, from 1; none fails without it
 * SHIM_FOR     "once" or "ever"; SHIM_HOW  "ENOSPC", "EIO", "short" or "kill"
 * SHIM_COUNT   where to keep the calls seen, a letter each: r read, w write, t truncate, s sync,
 *              c create, u unlink, n another name
 * Removing a file with one of these names is an order, and removes nothing:
 * "acknowledged-N" writes an acknowledgement into the trace, "shim-begin" reads the settings anew
 * and counts from 1, "shim-mend" lets nothing fail any more, "shim-count" keeps the calls.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { BOOK = 1, JOURNAL = 2, FOLDER = 3, OTHER = 4, MOST_FILES = 4096, MOST_CALLS = 65536 };

static char watched[MOST_FILES];
static char seen[MOST_CALLS];
static int trace = -1;
static long calls, failing;
static int ever, how_errno, cut_short, deadly;

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_sendfile)(int, int, off_t *, size_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_close)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_link)(const char *, const char *);
static int (*real_linkat)(int, const char *, int, const char *, int);
static int (*real_mkdir)(const char *, mode_t);

static void settle(void)
{
    failing = getenv("SHIM_FAIL") ? atol(getenv("SHIM_FAIL")) : 0;
    ever = getenv("SHIM_FOR") && !strcmp(getenv("SHIM_FOR"), "ever");
    const char *how = getenv("SHIM_HOW") ? getenv("SHIM_HOW") : "EIO";
    how_errno = strcmp(how, "ENOSPC") ? EIO : ENOSPC;
    cut_short = !strcmp(how, "short");
    deadly = !strcmp(how, "kill");
    calls = 0;
}

__attribute__((constructor)) static void begin(void)
{
    real_open = dlsym(RTLD_NEXT, "open64");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pread = dlsym(RTLD_NEXT, "pread64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_close = dlsym(RTLD_NEXT, "close");
    real_read = dlsym(RTLD_NEXT, "read");
    real_sendfile = dlsym(RTLD_NEXT, "sendfile64");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_link = dlsym(RTLD_NEXT, "link");
    real_linkat = dlsym(RTLD_NEXT, "linkat");
    real_mkdir = dlsym(RTLD_NEXT, "mkdir");
    const char *place = getenv("SHIM_TRACE");
    if (place)
        trace = real_open(place, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    settle();
}

static void record(char op, int file, int64_t offset, int64_t length, const void *bytes)
{
    if (trace < 0)
        return;
    char head[18] = {op, (char)file};
    memcpy(head + 2, &offset, 8);
    memcpy(head + 10, &length, 8);
    if (real_write(trace, head, 18) != 18 || (bytes && real_write(trace, bytes, length) != length))
        abort();
}

static int fails(char op)
{
    if (calls < MOST_CALLS)
        seen[calls] = op;
    calls++;
    int now = failing && (calls == failing || (ever && calls > failing));
    if (now && deadly)
        kill(getpid(), SIGKILL);
    return now;
}

static void keep_calls(void)
{
    const char *count = getenv("SHIM_COUNT");
    long kept = calls < MOST_CALLS ? calls : MOST_CALLS;
    int file = count ? real_open(count, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (file >= 0 && real_write(file, seen, kept) == kept)
        real_close(file);
}

static int kind_of(const char *path)
{
    const char *book = getenv("SHIM_BOOK");
    if (!book)
        return 0;
    size_t length = strlen(book);
    if (!strcmp(path, book))
        return BOOK;
    if (!strncmp(path, book, length) && !strcmp(path + length, "-journal"))
        return JOURNAL;
    const char *slash = strrchr(book, '/');
    if (slash && strlen(path) == (size_t)(slash - book) && !strncmp(path, book, slash - book))
        return FOLDER;
    const char *under = getenv("SHIM_UNDER");
    size_t deep = under ? strlen(under) : 0;
    return under && !strncmp(path, under, deep) && path[deep] == '/' ? OTHER : 0;
}

static int watch(const char *path, int file)
{
    if (file >= 0 && file < MOST_FILES)
        watched[file] = (char)kind_of(path);
    return file;
}

static int opened(const char *path, int flags, mode_t mode)
{
    int kind = kind_of(path);
    int fresh = kind && (flags & O_CREAT) && access(path, F_OK);
    if (fresh && fails('c')) {
        errno = how_errno;
        return -1;
    }
    fresh = fresh && kind == JOURNAL;
    int file = watch(path, real_open(path, flags, mode));
    if (fresh && file >= 0)
        record('c', JOURNAL, 0, 0, NULL);
    return file;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & O_CREAT) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opened(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(path, flags, mode); }

int close(int file)
{
    if (file >= 0 && file < MOST_FILES)
        watched[file] = 0;
    return real_close(file);
}

static int is_watched(int file) { return file >= 0 && file < MOST_FILES ? watched[file] : 0; }

static ssize_t written(int file, const void *bytes, size_t length, off_t offset)
{
    int kind = is_watched(file);
    if (kind && fails('w')) {
        if (!cut_short) {
            errno = how_errno;
            return -1;
        }
        length = length / 2;
    }
    ssize_t done = real_pwrite(file, bytes, length, offset);
    if (kind && done > 0)
        record('w', kind, offset, done, bytes);
    return done;
}

ssize_t pwrite(int f, const void *b, size_t n, off_t o) { return written(f, b, n, o); }
ssize_t pwrite64(int f, const void *b, size_t n, off_t o) { return written(f, b, n, o); }

static ssize_t read_at(int file, void *bytes, size_t length, off_t offset)
{
    if (is_watched(file) && fails('r') && !cut_short) {
        errno = EIO;
        return -1;
    }
    return real_pread(file, bytes, length, offset);
}

ssize_t pread(int f, void *b, size_t n, off_t o) { return read_at(f, b, n, o); }
ssize_t pread64(int f, void *b, size_t n, off_t o) { return read_at(f, b, n, o); }

ssize_t write(int file, const void *bytes, size_t length)
{
    if (is_watched(file) && fails('w')) {
        if (!cut_short) {
            errno = how_errno;
            return -1;
        }
        length = (length + 1) / 2;  /* none at all would be tried for ever */
    }
    return real_write(file, bytes, length);
}

ssize_t read(int file, void *bytes, size_t length)
{
    if (is_watched(file) && fails('r') && !cut_short) {
        errno = EIO;
        return -1;
    }
    return real_read(file, bytes, length);
}

static ssize_t sent(int to, int from, off_t *offset, size_t length)
{
    if (is_watched(to) && fails('w')) {
        errno = how_errno;
        return -1;
    }
    return real_sendfile(to, from, offset, length);
}

ssize_t sendfile(int t, int f, off_t *o, size_t n) { return sent(t, f, o, n); }
ssize_t sendfile64(int t, int f, off64_t *o, size_t n) { return sent(t, f, o, n); }

static int named_fails(const char *path)
{
    if (!kind_of(path) || !fails('n'))
        return 0;
    errno = how_errno;
    return 1;
}

int rename(const char *from, const char *to)
{
    return named_fails(to) ? -1 : real_rename(from, to);
}

int link(const char *from, const char *to) { return named_fails(to) ? -1 : real_link(from, to); }

int linkat(int a, const char *from, int b, const char *to, int flags)
{
    return named_fails(to) ? -1 : real_linkat(a, from, b, to, flags);
}

int mkdir(const char *path, mode_t mode) { return named_fails(path) ? -1 : real_mkdir(path, mode); }

static int shortened(int file, off_t length)
{
    int kind = is_watched(file);
    if (kind && fails('t')) {
        errno = how_errno;
        return -1;
    }
    int done = real_ftruncate(file, length);
    if (kind && !done)
        record('t', kind, length, 0, NULL);
    return done;
}

int ftruncate(int file, off_t length) { return shortened(file, length); }
int ftruncate64(int file, off_t length) { return shortened(file, length); }

static int synced(int file, int (*real)(int))
{
    int kind = is_watched(file);
    if (kind && fails('s')) {
        errno = EIO;
        return -1;
    }
    int done = real(file);
    if (kind && !done)
        record('s', kind, 0, 0, NULL);
    return done;
}

int fsync(int file) { return synced(file, real_fsync); }
int fdatasync(int file) { return synced(file, real_fdatasync); }

int unlink(const char *path)
{
    const char *name = strrchr(path, '/');
    name = name ? name + 1 : path;
    if (!strncmp(name, "acknowledged-", 13)) {
        record('a', 0, atol(name + 13), 0, NULL);
        return 0;
    }
    if (!strncmp(name, "shim-", 5)) {
        if (!strcmp(name, "shim-begin"))
            settle();
        else if (!strcmp(name, "shim-mend"))
            failing = 0;
        else
            keep_calls();
        return 0;
    }
    int kind = kind_of(path);
    if (kind && fails('u')) {
        errno = EIO;
        return -1;
    }
    int done = real_unlink(path);
    if (kind && !done)
        record('u', kind, 0, 0, NULL);
    return done;
}
