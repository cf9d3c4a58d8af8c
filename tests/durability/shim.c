/* Stands between SQLite and the system: writes down what reaches the disk, and fails on demand.
 *
 * Watches the file named by SHIM_BOOK, its journal beside it and the folder of both.
 * SHIM_TRACE   where to write the trace; each record: op, file, offset, length, bytes of a write
 * SHIM_FAIL    number of the watched call that fails, from 1; none fails without it
 * SHIM_FOR     "once" or "ever"; SHIM_HOW  "ENOSPC", "EIO" or "short"
 * SHIM_COUNT   where to keep the number of calls seen, as text
 * Removing a file called "acknowledged-N" writes an acknowledgement into the trace instead.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { BOOK = 1, JOURNAL = 2, FOLDER = 3, MOST_FILES = 4096 };

static char watched[MOST_FILES];
static int trace = -1;
static long calls, failing;
static int ever, how_errno, cut_short;

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_close)(int);

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
    const char *place = getenv("SHIM_TRACE");
    if (place)
        trace = real_open(place, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    failing = getenv("SHIM_FAIL") ? atol(getenv("SHIM_FAIL")) : 0;
    ever = getenv("SHIM_FOR") && !strcmp(getenv("SHIM_FOR"), "ever");
    const char *how = getenv("SHIM_HOW") ? getenv("SHIM_HOW") : "EIO";
    how_errno = strcmp(how, "ENOSPC") ? EIO : ENOSPC;
    cut_short = !strcmp(how, "short");
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

static int fails(void)
{
    calls++;
    const char *count = getenv("SHIM_COUNT");
    if (count) {
        char text[24];
        int length = snprintf(text, sizeof text, "%ld", calls);
        int file = real_open(count, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (file >= 0 && real_write(file, text, length) == length)
            real_close(file);
    }
    return failing && (calls == failing || (ever && calls > failing));
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
    return 0;
}

static int watch(const char *path, int file)
{
    if (file >= 0 && file < MOST_FILES)
        watched[file] = (char)kind_of(path);
    return file;
}

static int opened(const char *path, int flags, mode_t mode)
{
    int fresh = kind_of(path) == JOURNAL && (flags & O_CREAT) && access(path, F_OK);
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
    if (kind && fails()) {
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
    if (is_watched(file) && fails() && !cut_short) {
        errno = EIO;
        return -1;
    }
    return real_pread(file, bytes, length, offset);
}

ssize_t pread(int f, void *b, size_t n, off_t o) { return read_at(f, b, n, o); }
ssize_t pread64(int f, void *b, size_t n, off_t o) { return read_at(f, b, n, o); }

static int shortened(int file, off_t length)
{
    int kind = is_watched(file);
    if (kind && fails()) {
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
    if (kind && fails()) {
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
    int kind = kind_of(path);
    if (kind && fails()) {
        errno = EIO;
        return -1;
    }
    int done = real_unlink(path);
    if (kind && !done)
        record('u', kind, 0, 0, NULL);
    return done;
}
