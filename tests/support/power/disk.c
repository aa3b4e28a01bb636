/* A disk that loses everything that was not synced, for a program that is started with this library preloaded.
 *
 * What the program writes to the files of $POWER_WATCHED goes where it belongs, and is remembered; only when the program
 * syncs the file do the remembered writes reach the file of the same name in $POWER_DISK. Whenever the program is killed,
 * $POWER_DISK is what a power cut at that moment leaves. Making, renaming and deleting a file count as synced, since SQLite
 * and the program sync the folder. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { FILES = 4096 };

struct change {
    struct change *next;
    off_t at;
    ssize_t length; /* negative: the file is cut at `at` */
    char bytes[];
};

static struct { int known; int disk; struct change *first, **last; } files[FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Whether a descriptor is one of a watched file; opens the file on the disk that stays. */
static int watched(int fd) {
    if (fd < 0 || fd >= FILES) return 0;
    if (files[fd].known) return files[fd].known == 1;
    const char *folder = getenv("POWER_WATCHED"), *disk = getenv("POWER_DISK");
    char link[64], path[PATH_MAX], copy[PATH_MAX * 2];
    files[fd].known = 2;
    if (!folder || !disk) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    size_t prefix = strlen(folder);
    if (strncmp(path, folder, prefix) || path[prefix] != '/' || strstr(path, "-shm") || strstr(path, ".lock")) return 0;
    snprintf(copy, sizeof copy, "%s/%s", disk, strrchr(path, '/') + 1);
    files[fd].disk = syscall(SYS_openat, AT_FDCWD, copy, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    files[fd].last = &files[fd].first;
    files[fd].known = files[fd].disk < 0 ? 2 : 1;
    return files[fd].known == 1;
}

static void remember(int fd, off_t at, const void *bytes, ssize_t length) {
    pthread_mutex_lock(&lock);
    if (watched(fd)) {
        struct change *change = malloc(sizeof *change + (length > 0 ? length : 0));
        *change = (struct change){ .next = NULL, .at = at, .length = length };
        if (length > 0) memcpy(change->bytes, bytes, length);
        *files[fd].last = change;
        files[fd].last = &change->next;
    }
    pthread_mutex_unlock(&lock);
}

static void reach_the_disk(int fd) {
    pthread_mutex_lock(&lock);
    if (watched(fd)) {
        for (struct change *change = files[fd].first, *next; change; change = next) {
            next = change->next;
            if (change->length < 0) (void)!syscall(SYS_ftruncate, files[fd].disk, change->at);
            else (void)!syscall(SYS_pwrite64, files[fd].disk, change->bytes, change->length, change->at);
            free(change);
        }
        files[fd].first = NULL;
        files[fd].last = &files[fd].first;
    }
    pthread_mutex_unlock(&lock);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    REAL(pwrite);
    ssize_t written = real(fd, bytes, count, at);
    if (written > 0) remember(fd, at, bytes, written);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    REAL(pwrite64);
    ssize_t written = real(fd, bytes, count, at);
    if (written > 0) remember(fd, at, bytes, written);
    return written;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(write);
    ssize_t written = real(fd, bytes, count);
    if (written > 0 && fd > 2) {
        off_t end = lseek(fd, 0, SEEK_CUR);
        if (end >= written) remember(fd, end - written, bytes, written);
    }
    return written;
}

int ftruncate(int fd, off_t length) {
    REAL(ftruncate);
    int done = real(fd, length);
    if (!done) remember(fd, length, NULL, -1);
    return done;
}

int ftruncate64(int fd, off64_t length) {
    REAL(ftruncate64);
    int done = real(fd, length);
    if (!done) remember(fd, length, NULL, -1);
    return done;
}

int fsync(int fd) {
    REAL(fsync);
    int done = real(fd);
    if (!done) reach_the_disk(fd);
    return done;
}

int fdatasync(int fd) {
    REAL(fdatasync);
    int done = real(fd);
    if (!done) reach_the_disk(fd);
    return done;
}

/* The path on the disk that stays, of a path in the watched folder. */
static const char *on_disk(const char *path, char *copy, size_t size) {
    const char *folder = getenv("POWER_WATCHED"), *disk = getenv("POWER_DISK"), *name = strrchr(path, '/');
    if (!folder || !disk || !name || strncmp(path, folder, strlen(folder)) || path[strlen(folder)] != '/') return NULL;
    snprintf(copy, size, "%s%s", disk, name);
    return copy;
}

int unlink(const char *path) {
    REAL(unlink);
    char copy[PATH_MAX * 2];
    int done = real(path);
    if (!done && on_disk(path, copy, sizeof copy)) syscall(SYS_unlinkat, AT_FDCWD, copy, 0);
    return done;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    char old[PATH_MAX * 2], new[PATH_MAX * 2];
    int done = real(from, to);
    if (!done && on_disk(from, old, sizeof old) && on_disk(to, new, sizeof new))
        syscall(SYS_renameat, AT_FDCWD, old, AT_FDCWD, new);
    return done;
}

int close(int fd) {
    REAL(close);
    pthread_mutex_lock(&lock);
    if (fd >= 0 && fd < FILES) {
        if (files[fd].known == 1) {
            /* What was never synced is forgotten with the descriptor: a pessimistic disk. */
            syscall(SYS_close, files[fd].disk);
            for (struct change *change = files[fd].first, *next; change; change = next) { next = change->next; free(change); }
        }
        files[fd].known = 0;
        files[fd].first = NULL;
    }
    pthread_mutex_unlock(&lock);
    return real(fd);
}
