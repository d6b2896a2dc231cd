/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line of a lock file: words parted by commas, each escaped as in a URI, so that nothing in a name breaks it.
 *
 *     marathon-lock,1,USER,HOST,COMPUTER,BOOT,PID,TIME
 *
 * COMPUTER is a hash of the computer's own id, since many are called "laptop"; BOOT is another one after each start.
 * The process is for people who look for it: whether a program lives is never concluded from it, since numbers are used
 * again.
 */
#include "document/lock-owner.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/file-identity.h"

#define MAX_SIZE 4096
#define MAX_NAME 200 /* characters of a user or host that are shown */

enum { WORD_FORMAT, WORD_VERSION, WORD_USER, WORD_HOST, WORD_COMPUTER, WORD_BOOT, WORD_PID, WORD_TIME, N_WORDS };

#define FORMAT "marathon-lock"
#define VERSION "1"

/* --- This program --- */

static char *
read_first_line (const char *path)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("");
  text[strcspn (text, "\n")] = '\0';
  return text;
}

/* The id itself is not for others to know. */
static char *
get_computer (void)
{
  g_autofree char *id = read_first_line ("/etc/machine-id");
  MarathonFileHash *running = marathon_file_hash_new ();
  GString *text = g_string_new (NULL);
  guint8 hash[MARATHON_HASH_SIZE];

  marathon_file_hash_update (running, FORMAT, strlen (FORMAT));
  marathon_file_hash_update (running, id, strlen (id));
  marathon_file_hash_finish (running, hash);
  for (guint i = 0; i < sizeof hash && *id != '\0'; i++)
    g_string_append_printf (text, "%02x", hash[i]);
  return g_string_free (text, FALSE);
}

static char *
get_boot (void)
{
  return read_first_line ("/proc/sys/kernel/random/boot_id");
}

static const char *
get_user (void)
{
  const char *name = g_get_real_name ();

  /* "Unknown" is what GLib says where there is no name. */
  return *name != '\0' && strcmp (name, "Unknown") != 0 ? name : g_get_user_name ();
}

char *
marathon_lock_owner_write (void)
{
  g_autofree char *user = g_uri_escape_string (get_user (), NULL, TRUE);
  g_autofree char *host = g_uri_escape_string (g_get_host_name (), NULL, TRUE);
  g_autofree char *computer = get_computer ();
  g_autofree char *boot = get_boot ();

  return g_strdup_printf (FORMAT "," VERSION ",%s,%s,%s,%s,%ld,%" G_GINT64_FORMAT "\n", user, host, computer, boot,
                          (long) getpid (), g_get_real_time () / G_USEC_PER_SEC);
}

/* --- Any --- */

/* Returns: the first bytes of the file; "" where it cannot be read. */
static char *
read_text (int fd)
{
  char *text = g_malloc0 (MAX_SIZE + 1);
  size_t size = 0;
  ssize_t length = 0;

  while (fd >= 0 && size < MAX_SIZE)
    {
      length = pread (fd, text + size, MAX_SIZE - size, (off_t) size);
      if (length < 0 && errno == EINTR)
        continue;
      if (length <= 0)
        break;
      size += (size_t) length;
    }
  text[size] = '\0';
  return text;
}

/* A name as it can be shown: no control characters, not endless. NULL where nothing is left. */
static char *
take_name (const char *word)
{
  g_autofree char *plain = g_uri_unescape_string (word, NULL);
  g_autofree char *valid = plain != NULL ? g_utf8_make_valid (plain, -1) : NULL;
  g_autofree char *name = NULL;

  for (char *at = valid; at != NULL && *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  if (valid == NULL || *g_strstrip (valid) == '\0')
    return NULL;
  name = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_NAME));
  return g_steal_pointer (&name);
}

static gboolean
is_same_word (const char *word, const char *own)
{
  return *word != '\0' && strcmp (word, own) == 0;
}

/* %FALSE where it is no line of ours. */
static gboolean
parse (MarathonLockOwner *owner, char *text)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *computer = get_computer ();
  g_autofree char *boot = get_boot ();
  char *end = strchr (text, '\n');

  if (end == NULL)
    return FALSE;
  *end = '\0';
  words = g_strsplit (text, ",", N_WORDS + 1);
  if (g_strv_length (words) != N_WORDS || strcmp (words[WORD_FORMAT], FORMAT) != 0
      || strcmp (words[WORD_VERSION], VERSION) != 0)
    return FALSE;
  owner->user = take_name (words[WORD_USER]);
  owner->host = take_name (words[WORD_HOST]);
  owner->since = MAX (g_ascii_strtoll (words[WORD_TIME], NULL, 10), 0);
  owner->is_same_boot = is_same_word (words[WORD_BOOT], boot);
  /* The name too: computers set up from one image have the same id. One that got another name since is asked about. */
  owner->is_same_computer = owner->is_same_boot
                            || (g_strcmp0 (owner->host, g_get_host_name ()) == 0
                                && strcmp (words[WORD_COMPUTER], computer) == 0);
  return TRUE;
}

static char *
get_user_of (uid_t uid)
{
  struct passwd entry, *found = NULL;
  char buffer[4096];

  if (getpwuid_r (uid, &entry, buffer, sizeof buffer, &found) == 0 && found != NULL && *found->pw_name != '\0')
    return g_strdup (found->pw_name);
  return g_strdup_printf ("%lu", (unsigned long) uid);
}

/* Nothing, or the zeros that a file system leaves after a power cut. */
static gboolean
is_blank (const char *text, const struct stat *status)
{
  for (off_t i = 0; i < MIN (status->st_size, MAX_SIZE); i++)
    if (text[i] != '\0')
      return FALSE;
  return TRUE;
}

void
marathon_lock_owner_read (MarathonLockOwner *owner, int folder_fd, const char *base, int fd, gboolean is_locked)
{
  g_autofree char *text = read_text (fd);
  struct stat status = { .st_uid = (uid_t) -1 };
  gboolean is_known = fstatat (folder_fd, base, &status, AT_SYMLINK_NOFOLLOW) == 0;

  owner->is_empty = fd >= 0 && is_known && is_blank (text, &status);
  if (parse (owner, text))
    owner->is_here = is_locked && owner->is_same_boot;
  else
    owner->is_here = is_locked;
  owner->is_own_user = status.st_uid == geteuid ();
  if (owner->user == NULL)
    owner->user = get_user_of (status.st_uid);
  if (owner->host == NULL)
    owner->host = g_strdup (owner->is_here ? g_get_host_name () : "");
}

void
marathon_lock_owner_clear (MarathonLockOwner *owner)
{
  g_clear_pointer (&owner->user, g_free);
  g_clear_pointer (&owner->host, g_free);
}

MarathonFileHolder *
marathon_lock_owner_get_holder (const MarathonLockOwner *owner)
{
  MarathonFileHolder *holder = g_new0 (MarathonFileHolder, 1);

  holder->user = g_strdup (owner->user);
  holder->host = g_strdup (owner->host);
  holder->is_here = owner->is_here;
  holder->is_own = owner->is_here && owner->is_own_user;
  holder->since = owner->since;
  return holder;
}
